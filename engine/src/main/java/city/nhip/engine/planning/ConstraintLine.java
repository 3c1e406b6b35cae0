package city.nhip.engine.planning;

import city.nhip.engine.city.Localized;
import java.util.List;

/**
 * One constraint's part of the score. Every constraint of the domain has a line, also one that
 * nothing breaks.
 *
 * @param id the constraint's stable name
 * @param level {@code hard}, {@code medium} or {@code soft}
 * @param score its share of that level; the lines of a level sum to it; 0 or below
 * @param matches how often it counted
 * @param examples the worst few, in words; at most 5
 */
public record ConstraintLine(
    String id, Localized name, String level, long score, int matches, List<Localized> examples) {
  public ConstraintLine {
    examples = List.copyOf(examples);
  }
}
