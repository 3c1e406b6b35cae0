package city.nhip.connectors.codec;

/** A text on its way into a spreadsheet. */
public final class SheetCell {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private SheetCell() {}

  /** A spreadsheet would run a cell that begins like a formula. */
  public static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
