package city.nhip.scenarios.instance.lighting;

import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Refuses a night that cannot be meant, with the JSON pointer of the first wrong value. */
final class AlsCheck {
  private static final int MOST_SLOTS = 1_000;
  private static final int MOST = 100_000_000;

  private final Path file;
  private final AlsNight night;

  private AlsCheck(Path file, AlsNight night) {
    this.file = file;
    this.night = night;
  }

  static void check(Path file, AlsNight night) {
    new AlsCheck(file, night).check();
  }

  private void check() {
    require(night.format().equals("als-1"), "/format", "is not als-1. Give a night in als-1.");
    range(night.slots(), 1, MOST_SLOTS, "/slots");
    range(night.slotMinutes(), 1, 1_440, "/slotMinutes");
    range(night.levels().length, 2, 10, "/levels (count)");
    rising(night.levels(), "/levels");
    values(night.priceVndPerKwh(), night.slots(), "/priceVndPerKwh");
    values(night.costPerWattSlot(), night.slots(), "/costPerWattSlot");
    values(night.shortfallMultiplier(), night.levels().length, "/shortfallMultiplier");
    range(night.maxRatioPercent(), 100, 100_000, "/maxRatioPercent");
    Map<String, Integer> zones = ids(night.zones(), AlsNight.Zone::id, "/zones");
    Map<String, Integer> cabinets = ids(night.cabinets(), AlsNight.Cabinet::id, "/cabinets");
    Map<String, Integer> groups = ids(night.groups(), AlsNight.Group::id, "/groups");
    require(!groups.isEmpty(), "/groups", "is empty. Give at least one group.");
    for (int i = 0; i < night.zones().size(); i++) {
      range(night.zones().get(i).energyBudgetWh(), 0, 1L << 50, "/zones/" + i + "/energyBudgetWh");
    }
    for (int i = 0; i < night.cabinets().size(); i++) {
      known(zones, night.cabinets().get(i).zone(), "/cabinets/%d/zone".formatted(i));
      values(night.cabinets().get(i).capW(), night.slots(), "/cabinets/%d/capW".formatted(i));
    }
    for (int i = 0; i < night.curtailments().size(); i++) {
      curtailment(night.curtailments().get(i), zones, "/curtailments/" + i);
    }
    for (int i = 0; i < night.groups().size(); i++) {
      group(night.groups().get(i), cabinets, "/groups/" + i);
    }
    for (int i = 0; i < night.adjacency().size(); i++) {
      List<String> pair = night.adjacency().get(i);
      String at = "/adjacency/" + i;
      require(
          pair.size() == 2 && !pair.get(0).equals(pair.get(1)),
          at,
          "is no pair. Give two groups' ids.");
      known(groups, pair.get(0), at + "/0");
      known(groups, pair.get(1), at + "/1");
    }
    for (int i = 0; i < night.junctions().size(); i++) {
      junction(night.junctions().get(i), groups, "/junctions/" + i);
    }
  }

  private void curtailment(AlsNight.Curtailment event, Map<String, Integer> zones, String at) {
    if (!event.zone().equals("*")) {
      known(zones, event.zone(), at + "/zone");
    }
    range(event.from(), 0, night.slots() - 1, at + "/from");
    range(event.to(), event.from() + 1, night.slots(), at + "/to");
    range(event.limitW(), 0, 1L << 50, at + "/limitW");
  }

  private void group(AlsNight.Group group, Map<String, Integer> cabinets, String at) {
    known(cabinets, group.cabinet(), at + "/cabinet");
    int levels = night.levels().length;
    values(group.powerW(), levels, at + "/powerW");
    rising(group.powerW(), at + "/powerW");
    values(group.lux(), levels, at + "/lux");
    rising(group.lux(), at + "/lux");
    digits(group.req(), at + "/req");
    digits(group.floor(), at + "/floor");
    range(group.maxChanges(), 0, night.slots(), at + "/maxChanges");
    range(group.minDwell(), 1, night.slots(), at + "/minDwell");
    range(group.rampUp(), 0, MOST, at + "/rampUp");
    range(group.rampDown(), 0, MOST, at + "/rampDown");
    range(group.changeCost(), 0, 1L << 40, at + "/changeCost");
    range(group.shortfallCost(), 0, 1L << 40, at + "/shortfallCost");
  }

  private void junction(AlsNight.Junction junction, Map<String, Integer> groups, String at) {
    values(junction.req(), night.slots(), at + "/req");
    Set<String> arms = new HashSet<>();
    for (int i = 0; i < junction.arms().size(); i++) {
      AlsNight.Arm arm = junction.arms().get(i);
      known(groups, arm.group(), at + "/arms/" + i + "/0");
      require(
          arms.add(arm.group()), at + "/arms/" + i + "/0", "repeats an arm. Name each group once.");
      range(arm.e(), 0, MOST / 100, at + "/arms/" + i + "/1");
    }
  }

  private <T> Map<String, Integer> ids(List<T> all, Function<T, String> id, String at) {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      String one = id.apply(all.get(i));
      require(
          ids.putIfAbsent(one, i) == null,
          at + "/" + i + "/id",
          "is %s once more. Give each its own id.",
          one);
    }
    return ids;
  }

  private void known(Map<String, Integer> ids, String id, String at) {
    require(ids.containsKey(id), at, "names %s, which the file lacks. Correct it.", id);
  }

  private void digits(String text, String at) {
    require(text.length() == night.slots(), at, "has %d digits. Give one a slot.", text.length());
    for (int t = 0; t < text.length(); t++) {
      int level = text.charAt(t) - '0';
      if (level < 0 || level >= night.levels().length) {
        throw wrong(
            at,
            "has %s in slot %d. Give a level index of 0 to %d.",
            text.charAt(t),
            t,
            night.levels().length - 1);
      }
    }
  }

  private void values(int[] values, int count, String at) {
    require(values.length == count, at, "has %d values. Give %d.", values.length, count);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] > MOST) {
        throw wrong(at + "/" + i, "is %d. Give 0 to %d.", values[i], MOST);
      }
    }
  }

  private void rising(int[] values, String at) {
    for (int i = 1; i < values.length; i++) {
      if (values[i] <= values[i - 1]) {
        throw wrong(at + "/" + i, "is not above the value before it. Give rising values.");
      }
    }
  }

  private void range(long value, long least, long most, String at) {
    require(value >= least && value <= most, at, "is %d. Give %d to %d.", value, least, most);
  }

  private void require(boolean so, String at, String problem, Object... words) {
    if (!so) {
      throw wrong(at, problem, words);
    }
  }

  private BadFile wrong(String at, String problem, Object... words) {
    return new BadFile(file, at, problem.formatted(words));
  }
}
