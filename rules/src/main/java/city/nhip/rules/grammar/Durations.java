package city.nhip.rules.grammar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as DRL writes them: {@code 90s}, {@code 15m}, {@code 1h30m}. */
public final class Durations {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private Durations() {}

  /**
   * @throws IllegalArgumentException when the text is no duration
   */
  public static long millis(String text) {
    Matcher part = PART.matcher(text.strip());
    long millis = 0;
    int at = 0;
    while (part.find() && part.start() == at) {
      long amount = Long.parseLong(part.group(1));
      millis +=
          switch (part.group(2)) {
            case "ms" -> amount;
            case "s" -> amount * 1_000;
            case "m" -> amount * 60_000;
            case "h" -> amount * 3_600_000;
            default -> amount * 86_400_000;
          };
      at = part.end();
    }
    if (at == 0 || at != text.strip().length()) {
      throw new IllegalArgumentException(
          "'%s' is no duration. Write 15m or 1h30m.".formatted(text));
    }
    return millis;
  }
}
