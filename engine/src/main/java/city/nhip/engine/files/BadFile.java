package city.nhip.engine.files;

import java.nio.file.Path;

/** A file that a person wrote is wrong: which, where, what, and the remedy, in one line. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where a line ({@code line 7}) or a JSON pointer with its line
   * @param problem what is so, then what to do
   */
  public BadFile(Path file, String where, String problem) {
    super(file + (where.isEmpty() ? "" : ", " + where) + ": " + problem);
  }
}
