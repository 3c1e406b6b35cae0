package city.nhip.rules.grammar;

import city.nhip.rules.grammar.Condition.Accumulate;
import city.nhip.rules.grammar.Condition.Constraint;
import city.nhip.rules.grammar.Condition.Exists;
import city.nhip.rules.grammar.Condition.Function;
import city.nhip.rules.grammar.Condition.Not;
import city.nhip.rules.grammar.Condition.Pattern;
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
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** Admits those of Drools' conditions that Nhịp's rules need. */
final class ConditionReader {
  private final SourceText source;

  ConditionReader(SourceText source) {
    this.source = source;
  }

  /**
   * @throws BadGrammar where the condition is of another kind
   */
  Condition condition(BaseDescr drl) {
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

  int offset(BaseDescr drl) {
    return drl.getLine() > 0
        ? Math.min(
            source.text().length(), source.offset(drl.getLine()) + Math.max(0, drl.getColumn()))
        : Math.max(0, drl.getStartCharacter());
  }

  Place place(BaseDescr drl) {
    return source.place(offset(drl));
  }
}
