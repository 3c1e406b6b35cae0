package city.nhip.connectors.proof;

import static org.assertj.core.api.Assertions.assertThat;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.folder.Connector;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.rules.intake.RawReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four forms of one entity say the same. */
class NgsiTest {
  private static final String NOW = "2026-01-05T12:00:00Z";
  private static final String OBSERVED = "2026-01-05T11:55:00Z";

  @TempDir static Path city;
  private static Connector ngsi;

  @BeforeAll
  static void read() {
    Templates.write("ngsi-notification", city.resolve("ngsi"));
    ngsi = Connector.read(city.resolve("ngsi"), new MeasureUnits(CommonMeasures.all()));
  }

  private static Connector.Steps walk(String payload) {
    return ngsi.walk(payload.getBytes(StandardCharsets.UTF_8), Map.of(), NOW);
  }

  private static String entity(String id, String type, String attributes) {
    return "{\"id\": \"%s\", \"type\": \"%s\", %s}".formatted(id, type, attributes);
  }

  /** By form: NGSI-v2 and NGSI-LD, as key-values and normalized, each alone and notified. */
  private static Stream<String> forms(String type, String attribute, String value) {
    String id = "thing-1";
    String urn = "urn:ngsi-ld:" + type + ":thing-1";
    String plain = "\"%s\": %s, \"dateObserved\": \"%s\"".formatted(attribute, value, OBSERVED);
    String v2 =
        "\"%s\": {\"type\": \"Number\", \"value\": %s, \"metadata\": {\"timestamp\": {\"type\": \"DateTime\", \"value\": \"%s\"}}}"
            .formatted(attribute, value, OBSERVED);
    String ld =
        "\"%s\": {\"type\": \"Property\", \"value\": %s}, \"dateObserved\": {\"type\": \"Property\", \"value\": {\"@type\": \"DateTime\", \"@value\": \"%s\"}}"
            .formatted(attribute, value, OBSERVED);
    return Stream.of(
            entity(id, type, plain),
            entity(id, type, v2),
            entity(urn, type, plain),
            entity(urn, type, ld))
        .flatMap(one -> Stream.of(one, "{\"subscriptionId\": \"s\", \"data\": [" + one + "]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TrafficFlowObserved | intensity | 640 | trafficFlow | 640 | veh/h
          TrafficFlowObserved | occupancy | 0.24 | occupancy | 24 | %
          TrafficFlowObserved | averageVehicleSpeed | 36.5 | speed | 36.5 | km/h
          WasteContainer | fillingLevel | 0.65 | fillLevel | 65 | %
          WasteContainer | temperature | 31 | temperature | 31 | °C
          WeatherObserved | temperature | 28.4 | temperature | 28.4 | °C
          WeatherObserved | precipitation | 4.5 | rainfall | 4.5 | mm/h
          WeatherObserved | illuminance | 900 | illuminance | 900 | lx
          Streetlight | powerConsumption | 85 | activePower | 0.085 | kW
          Streetlight | powerConsumption | "85" | activePower | 0.085 | kW
          StreetlightGroup | illuminanceLevel | 0.7 | dimmingLevel | 70 | %
          StreetlightControlCabinet | energyConsumed | 1250 | activeEnergy | 1250 | kWh
          StreetlightControlCabinet | totalActivePower | 8.5 | activePower | 8.5 | kW
          ACMeasurement | totalActivePower | 9500 | activePower | 9.5 | kW
          ThreePhaseAcMeasurement | totalActiveEnergyImport | 70 | activeEnergy | 70 | kWh
          ThreePhaseAcMeasurement | activePower | {"L1": 1000, "L2": 2000, "L3": 500} | activePower | 3.5 | kW
          """)
  void an_attribute_is_the_same_reading_in_every_form(
      String type, String attribute, String sent, String property, double value, String unit) {
    assertThat(forms(type, attribute, sent))
        .allSatisfy(
            payload ->
                assertThat(walk(payload).readings())
                    .containsExactly(new RawReading("thing-1", property, OBSERVED, value, unit)));
  }

  @Test
  void an_observation_is_its_devices_in_the_unit_that_it_names_at_the_end_of_its_time() {
    String payload =
        entity(
            "urn:ngsi-ld:TrafficFlowObserved:2026-01-05T11:50",
            "TrafficFlowObserved",
            """
            "refDevice": {"type": "Relationship", "object": ["urn:ngsi-ld:Device:loop-7"]},
            "averageVehicleSpeed": {"type": "Property", "value": 10, "unitCode": "MTS"},
            "dateObserved": {"type": "Property", "value": "2026-01-05T11:50:00/2026-01-05T11:55:00"}
            """);

    assertThat(walk(payload).readings())
        .containsExactly(new RawReading("loop-7", "speed", OBSERVED, 36.0, "km/h"));
  }

  @Test
  void what_is_unknown_is_no_reading_and_what_is_no_number_is_a_wrong_one() {
    assertThat(forms("WasteContainer", "fillingLevel", "null"))
        .allSatisfy(payload -> assertThat(walk(payload).readings()).isEmpty());
    assertThat(forms("WasteContainer", "fillingLevel", "\"half full\""))
        .allSatisfy(
            payload ->
                assertThat(walk(payload).readings())
                    .containsExactly(new RawReading("thing-1", "fillLevel", OBSERVED, null, "%")));
  }

  @Test
  void a_cabinet_without_a_total_has_the_sum_of_its_phases() {
    String payload =
        entity(
            "cabinet-1",
            "StreetlightControlCabinet",
            "\"activePowerR\": 1.5, \"activePowerS\": 2, \"activePowerT\": 0.5, \"dateLastProgramming\": \"2016-07-08T16:04:30Z\"");

    assertThat(walk(payload).readings())
        .containsExactly(new RawReading("cabinet-1", "activePower", NOW, 4.0, "kW"));
  }
}
