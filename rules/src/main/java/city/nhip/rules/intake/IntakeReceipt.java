package city.nhip.rules.intake;

import city.nhip.engine.city.Localized;
import java.util.List;

/**
 * What became of a batch. Accepted and duplicate readings are committed: acknowledge the source.
 *
 * @param readingIds the journal's id of each reading of the batch, in its order; 0 where it was a
 *     duplicate or rejected
 */
public record IntakeReceipt(
    int accepted, int duplicates, List<Rejection> rejected, List<Long> readingIds) {
  /**
   * @param index of the reading in the batch, from 0
   * @param pointer JSON pointer to the wrong field: {@code /3/value}
   * @param problem what is so, then what to do
   */
  public record Rejection(int index, String pointer, Localized problem) {}

  public IntakeReceipt {
    rejected = List.copyOf(rejected);
    readingIds = List.copyOf(readingIds);
  }
}
