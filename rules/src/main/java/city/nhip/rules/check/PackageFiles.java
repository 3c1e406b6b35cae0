package city.nhip.rules.check;

import city.nhip.rules.grammar.Place;
import city.nhip.rules.grammar.Problem;
import city.nhip.rules.grammar.RuleFile;
import city.nhip.rules.grammar.RuleFile.Imported;
import city.nhip.rules.grammar.RuleFileReader;
import city.nhip.rules.grammar.RuleText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/** Parses all rule files of a package; a decision table by way of the DRL that it stands for. */
public final class PackageFiles {
  private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+(\\d+)");

  private PackageFiles() {}

  /**
   * @param sources texts by {@code package/file}
   */
  public static List<RuleFile> read(Map<String, String> sources) {
    return sources.entrySet().stream()
        .map(
            one ->
                one.getKey().endsWith(".csv")
                    ? table(one.getKey(), one.getValue())
                    : RuleFileReader.read(one.getKey(), one.getValue()))
        .toList();
  }

  private static RuleFile table(String file, String text) {
    String drl;
    try {
      drl =
          new SpreadsheetCompiler()
              .compile(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), InputType.CSV);
    } catch (RuntimeException broken) {
      String why = String.valueOf(broken.getMessage()).replace('\n', ' ');
      return new RuleFile(
          file,
          "",
          List.of(),
          List.of(),
          List.of(new Problem(new Place(file, cellRow(why), 1), "the table is broken: " + why)));
    }
    RuleFile read = RuleFileReader.read(file, drl);
    List<Integer> rows = rows(drl);
    String[] lines = text.split("\n", -1);
    List<RuleText> rules = new ArrayList<>();
    for (RuleText one : read.rules()) {
      int row = row(rows, one.place().line());
      rules.add(
          new RuleText(in(one.place(), rows, lines), one.name(), one.when(), one.then(), row));
    }
    List<Problem> problems = new ArrayList<>();
    read.problems().forEach(one -> problems.add(moved(one, rows, lines)));
    List<Imported> imports =
        read.imports().stream()
            .map(one -> new Imported(holding(file, lines, one.type()), one.type()))
            .toList();
    return new RuleFile(file, read.packageName(), imports, rules, problems);
  }

  private static Place holding(String file, String[] lines, String words) {
    int line = 1;
    for (int at = lines.length; at > 0; at--) {
      line = lines[at - 1].contains(words) ? at : line;
    }
    return new Place(file, line, 1);
  }

  private static int cellRow(String message) {
    Matcher cell = Pattern.compile("\\b[A-Z]{1,2}(\\d{1,5})\\b").matcher(message);
    return cell.find() ? Integer.parseInt(cell.group(1)) : 1;
  }

  /** By line of the DRL: the table's row that the line came from; 0 above the first rule. */
  private static List<Integer> rows(String drl) {
    List<Integer> rows = new ArrayList<>();
    int row = 0;
    for (String line : drl.split("\n", -1)) {
      Matcher at = ROW.matcher(line);
      row = at.find() ? Integer.parseInt(at.group(1)) : row;
      rows.add(row);
    }
    return rows;
  }

  private static int row(List<Integer> rows, int line) {
    return rows.get(Math.min(rows.size(), Math.max(1, line)) - 1);
  }

  /** A problem in a table's DRL, told at the table's row. */
  static Problem moved(Problem one, List<Integer> rows, String[] lines) {
    return new Problem(in(one.place(), rows, lines), one.text());
  }

  private static Place in(Place drl, List<Integer> rows, String[] lines) {
    int row = row(rows, drl.line());
    if (row == 0 || row > lines.length) {
      return new Place(drl.file(), 1, 1);
    }
    int comma = lines[row - 1].indexOf(',');
    return new Place(drl.file(), row, comma + 2);
  }
}
