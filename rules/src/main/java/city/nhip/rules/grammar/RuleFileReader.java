package city.nhip.rules.grammar;

import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Function;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
import city.nhip.rules.grammar.RuleFile.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BehaviorDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
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
  private final List<Problem> problems = new ArrayList<>();

  private RuleFileReader(SourceText source) {
    this.source = source;
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
    found.forEach(one -> refuse(place(one), text));
  }

  private RuleText rule(RuleDescr drl) {
    Place place = source.place(offset(drl));
    if (drl.isQuery()) {
      throw new BadGrammar(place, "a query is not run by anything. Write a rule.");
    }
    if (!drl.getAttributes().isEmpty()) {
      BaseDescr first = drl.getAttributes().values().iterator().next();
      throw new BadGrammar(
          place(first), "an attribute (salience, timer, enabled, dialect) is code. Remove it.");
    }
    if (drl.getParentName() != null || !drl.getNamedConsequences().isEmpty()) {
      throw new BadGrammar(place, "a rule has one when and one then, and extends nothing.");
    }
    if (!drl.getName().matches("[\\p{L}\\p{N} ,.'()%:/+-]{1,120}")) {
      throw new BadGrammar(
          place, "the name has odd characters, or more than 120. Write a sentence.");
    }
    List<Condition> when = new ArrayList<>();
    for (BaseDescr one : drl.getLhs().getDescrs()) {
      when.add(condition(one));
    }
    return new RuleText(place, drl.getName(), when, then(drl), 0);
  }

  private Condition condition(BaseDescr drl) {
    Place place = place(drl);
    if (drl instanceof PatternDescr pattern) {
      if (pattern.getSource() instanceof AccumulateDescr accumulate) {
        return accumulate(place, pattern, accumulate);
      }
      return pattern(pattern);
    }
    if (drl instanceof NotDescr not) {
      return new Not(place, only(place, not.getDescrs()));
    }
    if (drl instanceof ExistsDescr exists) {
      return new Exists(place, only(place, exists.getDescrs()));
    }
    throw new BadGrammar(
        place,
        "a condition is a pattern, not, exists or accumulate; eval, or, forall and queries are not.");
  }

  private Pattern only(Place place, List<? extends BaseDescr> parts) {
    if (parts.size() == 1 && parts.get(0) instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    throw new BadGrammar(place, "write one pattern here, without brackets around it.");
  }

  private Pattern pattern(PatternDescr drl) {
    Place place = place(drl);
    if (drl.getSource() != null || drl.isQuery()) {
      throw new BadGrammar(place, "from, entry-point and queries are not. Use a plain pattern.");
    }
    if (!drl.getAnnotations().isEmpty()) {
      throw new BadGrammar(place, "an annotation is not. Remove it.");
    }
    return new Pattern(
        place,
        Optional.ofNullable(drl.getIdentifier()),
        drl.getObjectType(),
        constraints(drl.getConstraint()),
        window(drl));
  }

  private OptionalLong window(PatternDescr drl) {
    OptionalLong window = OptionalLong.empty();
    for (BehaviorDescr one : drl.getBehaviors()) {
      if (!"window".equals(one.getType())
          || !"time".equals(one.getSubType())
          || one.getParameters().size() != 1) {
        throw new BadGrammar(
            place(drl),
            "a window counts time: a restart cannot rebuild others. Write window:time.");
      }
      try {
        window = OptionalLong.of(Durations.millis(one.getParameters().get(0)));
      } catch (IllegalArgumentException wrong) {
        throw new BadGrammar(place(drl), String.valueOf(wrong.getMessage()));
      }
    }
    return window;
  }

  private Accumulate accumulate(Place place, PatternDescr result, AccumulateDescr drl) {
    boolean coded =
        drl.getInitCode() != null
            || drl.getActionCode() != null
            || drl.getReverseCode() != null
            || drl.getResultCode() != null;
    if (coded || drl.getFunctions().isEmpty()) {
      throw new BadGrammar(place, "init, action and result are code. Use average, sum or count.");
    }
    BaseDescr input = drl.getInput();
    if (input instanceof AndDescr and && and.getDescrs().size() == 1) {
      input = and.getDescrs().get(0);
    }
    if (!(input instanceof PatternDescr pattern)) {
      throw new BadGrammar(place, "an accumulate looks at one pattern.");
    }
    List<Function> functions = new ArrayList<>();
    for (AccumulateDescr.AccumulateFunctionCallDescr one : drl.getFunctions()) {
      if (one.getBind() == null || one.getParams().length != 1) {
        throw new BadGrammar(place, "write each function as $name : function($value).");
      }
      Words words =
          new Words(
              new SourceText(source.file(), one.getParams()[0]), 0, one.getParams()[0].length());
      functions.add(
          new Function(
              place, one.getBind(), one.getFunction(), whole(new ExprParser(words), words)));
    }
    return new Accumulate(place, pattern(pattern), functions, constraints(result.getConstraint()));
  }

  private List<Constraint> constraints(Object drl) {
    List<Constraint> constraints = new ArrayList<>();
    if (drl instanceof AndDescr and) {
      for (BaseDescr one : and.getDescrs()) {
        if (!(one instanceof ExprConstraintDescr constraint)) {
          throw new BadGrammar(place(one), "this constraint is not understood.");
        }
        constraints.add(constraint(constraint));
      }
    }
    return constraints;
  }

  private Constraint constraint(ExprConstraintDescr drl) {
    int from = drl.getStartCharacter();
    String text = drl.getExpression();
    if (drl.getType() != ExprConstraintDescr.Type.NAMED || !source.text().startsWith(text, from)) {
      throw new BadGrammar(place(drl), "write each constraint as field operator value.");
    }
    Words words = new Words(source, from, from + text.length());
    Optional<String> variable = Optional.empty();
    Place place = words.peek().place();
    if (words.peek(1).text().equals(":")) {
      variable = Optional.of(words.take().text());
      words.take();
      if (!variable.get().startsWith("$")) {
        throw new BadGrammar(place, "a variable begins with $: $" + variable.get());
      }
    }
    return new Constraint(place, variable, whole(new ExprParser(words), words), text);
  }

  private static Expr whole(ExprParser parser, Words words) {
    Expr expr = parser.expression();
    if (!words.ended()) {
      throw new BadGrammar(
          words.peek().place(), "'%s' is not expected here.".formatted(words.peek().text()));
    }
    return expr;
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

  private int offset(BaseDescr drl) {
    return drl.getLine() > 0
        ? Math.min(
            source.text().length(), source.offset(drl.getLine()) + Math.max(0, drl.getColumn()))
        : Math.max(0, drl.getStartCharacter());
  }

  private Place place(BaseDescr drl) {
    return source.place(offset(drl));
  }

  private void refuse(Place place, String text) {
    problems.add(new Problem(place, text));
  }
}
