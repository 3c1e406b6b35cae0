package city.nhip.scenarios.instance.lighting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * An als-1 file as it is written. Fields that decide nothing are passed over.
 *
 * @param slots number of slots of the night
 * @param slotMinutes minutes
 * @param levels % of rated luminous flux, ascending
 * @param priceVndPerKwh VND/kWh, by slot; for reports
 * @param emissionGramPerKwh g CO2/kWh; for reports
 * @param costPerWattSlot mVND per watt and slot, by slot
 * @param shortfallMultiplier by levels below the required one
 * @param maxRatioPercent largest illuminance ratio of adjacent groups, %
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlsNight(
    String format,
    String name,
    int slots,
    int slotMinutes,
    int[] levels,
    int[] priceVndPerKwh,
    int emissionGramPerKwh,
    int[] costPerWattSlot,
    int[] shortfallMultiplier,
    int maxRatioPercent,
    List<Zone> zones,
    List<Cabinet> cabinets,
    List<Curtailment> curtailments,
    List<Group> groups,
    List<List<String>> adjacency,
    List<Junction> junctions) {
  /**
   * @param energyBudgetWh of the night, Wh
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Zone(String id, long energyBudgetWh) {}

  /**
   * @param capW by slot, W
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Cabinet(String id, String zone, int[] capW) {}

  /**
   * @param zone a zone, or {@code *} for the whole city
   * @param to first slot after it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Curtailment(String id, String zone, int from, int to, long limitW) {}

  /**
   * @param powerW by level, W
   * @param lux by level, centilux
   * @param req required level index, one digit a slot
   * @param floor lowest level index, one digit a slot
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Group(
      String id,
      String cabinet,
      int[] powerW,
      int[] lux,
      String req,
      String floor,
      int maxChanges,
      int minDwell,
      int rampUp,
      int rampDown,
      long changeCost,
      long shortfallCost) {}

  /**
   * @param req centilux, by slot
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Junction(String id, List<Arm> arms, int[] req) {}

  /**
   * @param e centilux that the group adds at 100 %
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"group", "e"})
  public record Arm(String group, int e) {}
}
