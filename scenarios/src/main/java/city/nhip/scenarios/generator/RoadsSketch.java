package city.nhip.scenarios.generator;

import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Roads.Junction;
import city.nhip.engine.city.Roads.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A street grid with real street names at invented places. Rows run west to east, columns south to
 * north; the corridor's junctions are {@code HV1} (west), {@code HV2}, ... and the others {@code
 * J<row><column>}, counted from the north-west.
 */
final class RoadsSketch {
  static final String CORRIDOR = "Đại lộ Hùng Vương";

  /** Furthest that a junction off the corridor moves from the straight grid, metres. */
  private static final double JITTER = 25;

  /**
   * A whole street.
   *
   * @param at metres east of the centre for a column, north of it for a row
   */
  private record Street(double at, String name, String roadClass, int lanes, int speedKmh) {}

  private record Plan(
      List<Street> rows, List<Street> columns, Set<String> signalised, Set<String> left) {}

  private static final Plan DEMO =
      new Plan(
          List.of(
              new Street(2_100, "Võ Nguyên Giáp", "collector", 2, 50),
              new Street(1_400, "Lê Duẩn", "collector", 1, 40),
              new Street(700, "Lê Lợi", "arterial", 2, 50),
              new Street(0, CORRIDOR, "arterial", 3, 60),
              new Street(-800, "Lý Thái Tổ", "arterial", 2, 50),
              new Street(-1_500, "Huỳnh Văn Lũy", "arterial", 2, 50),
              new Street(-2_200, "Điện Biên Phủ", "collector", 1, 40)),
          List.of(
              new Street(-1_240, "Phạm Văn Đồng", "arterial", 2, 50),
              new Street(-790, "Trần Quốc Toản", "collector", 1, 40),
              new Street(-420, "Võ Văn Tần", "local", 1, 30),
              new Street(0, "Lê Hoàn", "arterial", 2, 50),
              new Street(380, "Tôn Đức Thắng", "collector", 1, 40),
              new Street(840, "Nam Kỳ Khởi Nghĩa", "collector", 2, 50),
              new Street(1_220, "Đồng Khởi", "local", 1, 30)),
          Set.of(
              "HV1", "HV2", "HV3", "HV4", "HV5", "HV6", "HV7", "J24", "J34", "J54", "J62", "J66"),
          Set.of("J11", "J17", "J71", "J77"));

  private static final Plan TINY =
      new Plan(
          List.of(
              new Street(200, CORRIDOR, "arterial", 2, 50),
              new Street(-200, "Lê Lợi", "collector", 1, 40)),
          List.of(
              new Street(-450, "Võ Văn Tần", "local", 1, 30),
              new Street(-150, "Lê Hoàn", "collector", 1, 40),
              new Street(170, "Đồng Khởi", "collector", 1, 40),
              new Street(450, "Lê Duẩn", "local", 1, 30)),
          Set.of("HV2", "HV3"),
          Set.of());

  private RoadsSketch() {}

  static Roads of(CitySize size, RandomGenerator random) {
    Plan plan = size == CitySize.DEMO ? DEMO : TINY;
    Map<String, Junction> junctions = new TreeMap<>();
    for (int row = 0; row < plan.rows().size(); row++) {
      for (int column = 0; column < plan.columns().size(); column++) {
        String id = id(plan, row, column);
        if (!plan.left().contains(id)) {
          junctions.put(
              id,
              new Junction(id, place(plan, row, column, random), plan.signalised().contains(id)));
        }
      }
    }
    List<Section> sections = new ArrayList<>();
    for (int row = 0; row < plan.rows().size(); row++) {
      for (int column = 0; column < plan.columns().size(); column++) {
        String here = id(plan, row, column);
        if (column + 1 < plan.columns().size()) {
          join(sections, junctions, here, id(plan, row, column + 1), plan.rows().get(row));
        }
        if (row + 1 < plan.rows().size()) {
          join(sections, junctions, here, id(plan, row + 1, column), plan.columns().get(column));
        }
      }
    }
    return new Roads(List.copyOf(junctions.values()), sections);
  }

  private static String id(Plan plan, int row, int column) {
    return plan.rows().get(row).name().equals(CORRIDOR)
        ? "HV" + (column + 1)
        : "J" + (row + 1) + (column + 1);
  }

  private static Position place(Plan plan, int row, int column, RandomGenerator random) {
    Street street = plan.rows().get(row);
    double jitter = street.name().equals(CORRIDOR) ? 0 : JITTER;
    return Ground.offset(
        ZonesSketch.CENTRE,
        plan.columns().get(column).at() + jitter * (2 * random.nextDouble() - 1),
        street.at() + jitter * (2 * random.nextDouble() - 1));
  }

  private static void join(
      List<Section> sections, Map<String, Junction> known, String from, String to, Street street) {
    if (known.containsKey(from) && known.containsKey(to)) {
      sections.add(
          new Section(
              from + "-" + to,
              from,
              to,
              street.name(),
              street.roadClass(),
              street.lanes(),
              street.speedKmh(),
              false));
    }
  }
}
