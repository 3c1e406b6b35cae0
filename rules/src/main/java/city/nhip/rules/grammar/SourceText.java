package city.nhip.rules.grammar;

/** The text of a file, in which an offset has a line and a column. */
record SourceText(String file, String text) {
  Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int at = 0; at < Math.min(offset, text.length()); at++) {
      if (text.charAt(at) == '\n') {
        line++;
        start = at + 1;
      }
    }
    return new Place(file, line, Math.max(0, offset - start) + 1);
  }

  /**
   * @return the offset at which a line starts
   * @param line from 1
   */
  int offset(int line) {
    int at = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      at = end + 1;
    }
    return at;
  }
}
