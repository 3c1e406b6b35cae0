package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stages in words: the sides that they serve, as the console has it. */
final class StageNames {
  private static final Pattern SIDES = Pattern.compile("([NESW]{1,4})(L?)");
  private static final Map<Character, String> VIETNAMESE =
      Map.of('N', "Bắc", 'E', "Đông", 'S', "Nam", 'W', "Tây");

  private StageNames() {}

  /**
   * @param id {@code EW} for traffic from both sides, {@code EWL} for its left turns; any other is
   *     the city's own name and stays as it is
   */
  static Localized of(String id) {
    Matcher sides = SIDES.matcher(id);
    if (!sides.matches()) {
      return new Localized(id, id);
    }
    boolean left = !sides.group(2).isEmpty();
    return new Localized(
        sides
                .group(1)
                .chars()
                .mapToObj(side -> VIETNAMESE.getOrDefault((char) side, ""))
                .collect(Collectors.joining("–"))
            + (left ? " rẽ trái" : ""),
        String.join("–", sides.group(1).split("")) + (left ? " left" : ""));
  }
}
