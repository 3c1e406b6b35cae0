package city.nhip.rules.grammar;

import city.nhip.rules.grammar.RuleFile.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses DRL with Drools' own parser, then admits only the part of it that Nhịp's rules need. */
public final class RuleFileReader {
  private static final int LONGEST = 500_000;
  private static final String ONLY_INSERTS =
      "a rule only infers and asks. Write insert(Ask.plan(...)) or insertLogical(...).";

  private final SourceText source;
  private final ConditionReader conditions;
  private final List<Problem> problems = new ArrayList<>();

  private RuleFileReader(SourceText source) {
    this.source = source;
    this.conditions = new ConditionReader(source);
  }

  /** Never throws for what an author wrote: all that is wrong is in the result. */
  public static RuleFile read(String file, String text) {
    return new RuleFileReader(new SourceText(file, text)).file();
  }

  private RuleFile file() {
    RuleFile empty = new RuleFile(source.file(), "", List.of(), List.of(), problems);
    int escape = source.text().indexOf("\\u");
    if (escape >= 0) {
      refuse(source.place(escape), "\\u hides a character. Write the character itself.");
      return empty;
    }
    if (source.text().length() > LONGEST) {
      refuse(source.place(0), "the file is longer than %,d characters.".formatted(LONGEST));
      return empty;
    }
    PackageDescr drl = parsed();
    if (drl == null || !problems.isEmpty()) {
      return empty;
    }
    refuseDeclarations(drl);
    List<Imported> imports = new ArrayList<>();
    for (ImportDescr one : drl.getImports()) {
      imports.add(new Imported(source.place(one.getStartCharacter()), one.getTarget()));
    }
    List<RuleText> rules = new ArrayList<>();
    for (RuleDescr one : drl.getRules()) {
      try {
        rules.add(rule(one));
      } catch (BadGrammar bad) {
        problems.add(bad.problem());
      }
    }
    return new RuleFile(source.file(), drl.getName(), imports, rules, problems);
  }

  private @Nullable PackageDescr parsed() {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr drl = null;
    try {
      drl = parser.parse(false, source.text());
    } catch (DroolsParserException | RuntimeException | StackOverflowError broken) {
      refuse(source.place(0), "this is no DRL. Begin with: package city.nhip.rules.<name>;");
    }
    for (DroolsError error : parser.getErrors()) {
      int line = error.getLines().length > 0 ? Math.max(1, error.getLines()[0]) : 1;
      java.util.regex.Matcher at =
          java.util.regex.Pattern.compile("[Ll]ine (\\d+):(\\d+)").matcher(error.getMessage());
      int column = at.find() ? Integer.parseInt(at.group(2)) + 1 : 1;
      boolean unended = error.getMessage().contains("<eof>");
      refuse(
          unended
              ? source.place(source.text().stripTrailing().length())
              : new Place(source.file(), line, column),
          error.getMessage().replaceFirst("^\\[ERR \\d+] (Line \\d+:\\d+ )?", "") + ".");
    }
    return drl;
  }

  /** All that a rule file may hold besides its imports and rules is refused. */
  private void refuseDeclarations(PackageDescr drl) {
    refuseAll(drl.getFunctions(), "a function is code. Use the words of Infer.");
    refuseAll(drl.getFunctionImports(), "a function is code. Use the words of Infer.");
    refuseAll(drl.getAccumulateImports(), "an own accumulate function is code. Use average.");
    refuseAll(drl.getGlobals(), "a global reaches out of the rules. Insert what you found.");
    refuseAll(
        drl.getTypeDeclarations(),
        "a declared type has no checked @expires. Use a fact of the vocabulary, or Situation.");
    refuseAll(drl.getEnumDeclarations(), "a declared type is code. Use a text.");
    refuseAll(drl.getEntryPointDeclarations(), "there are no entry points. Use plain patterns.");
    refuseAll(drl.getWindowDeclarations(), "write the window where it is used.");
    refuseAll(drl.getAttributes(), "an attribute changes how all rules run. Remove it.");
  }

  private void refuseAll(Iterable<? extends BaseDescr> found, String text) {
    found.forEach(one -> refuse(conditions.place(one), text));
  }

  private RuleText rule(RuleDescr drl) {
    Place place = conditions.place(drl);
    if (drl.isQuery()) {
      throw new BadGrammar(place, "a query is not run by anything. Write a rule.");
    }
    if (!drl.getAttributes().isEmpty()) {
      BaseDescr first = drl.getAttributes().values().iterator().next();
      throw new BadGrammar(
          conditions.place(first),
          "an attribute (salience, timer, enabled, dialect) is code. Remove it.");
    }
    if (drl.getParentName() != null || !drl.getNamedConsequences().isEmpty()) {
      throw new BadGrammar(place, "a rule has one when and one then, and extends nothing.");
    }
    if (!drl.getName().matches("[\\p{L}\\p{N} ,.'()%:/+-]{1,120}")) {
      throw new BadGrammar(
          place, "the name has odd characters, or more than 120. Write a sentence.");
    }
    if (!drl.getAnnotations().stream().allMatch(RuleFileReader::names)) {
      throw new BadGrammar(
          place, "an annotation is code; only @vi(\"a name of up to 200 letters\") is none.");
    }
    List<Condition> when = new ArrayList<>();
    for (BaseDescr one : drl.getLhs().getDescrs()) {
      when.add(conditions.condition(one));
    }
    return new RuleText(place, drl.getName(), when, then(drl), 0);
  }

  private static boolean names(AnnotationDescr one) {
    return one.getName().equals(RuleText.NAME_IN_VIETNAMESE)
        && one.getValueMap().keySet().equals(Set.of(AnnotationDescr.VALUE))
        && String.valueOf(one.getValue()).matches("\"[^\"\\\\\\p{Cntrl}]{1,200}\"");
  }

  private List<Expr.Call> then(RuleDescr drl) {
    String text = String.valueOf(drl.getConsequence()).stripTrailing();
    int after = source.text().indexOf("then", source.offset(drl.getConsequenceLine()));
    int from = Math.max(0, source.text().indexOf(text, Math.max(0, after)));
    Words words = new Words(source, from, Math.min(source.text().length(), from + text.length()));
    ExprParser parser = new ExprParser(words);
    List<Expr.Call> then = new ArrayList<>();
    while (!words.ended()) {
      if (!words.sees("insert") && !words.sees("insertLogical")) {
        throw new BadGrammar(words.peek().place(), ONLY_INSERTS);
      }
      Expr statement = parser.expression();
      if (!(statement instanceof Expr.Call call) || call.arguments().size() != 1) {
        throw new BadGrammar(statement.place(), ONLY_INSERTS);
      }
      words.expect(";");
      then.add(call);
    }
    return then;
  }

  private void refuse(Place place, String text) {
    problems.add(new Problem(place, text));
  }
}
