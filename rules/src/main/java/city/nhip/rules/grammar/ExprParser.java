package city.nhip.rules.grammar;

import city.nhip.rules.grammar.Expr.Binary;
import city.nhip.rules.grammar.Expr.Call;
import city.nhip.rules.grammar.Expr.Field;
import city.nhip.rules.grammar.Expr.In;
import city.nhip.rules.grammar.Expr.Member;
import city.nhip.rules.grammar.Expr.New;
import city.nhip.rules.grammar.Expr.Num;
import city.nhip.rules.grammar.Expr.Temporal;
import city.nhip.rules.grammar.Expr.Text;
import city.nhip.rules.grammar.Expr.Truth;
import city.nhip.rules.grammar.Expr.Unary;
import city.nhip.rules.grammar.Expr.Variable;
import city.nhip.rules.grammar.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Expressions by precedence: {@code ||}, {@code &&}, comparison, sum, product, sign. */
final class ExprParser {
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("||"),
          Set.of("&&"),
          Set.of("==", "!=", "<", "<=", ">", ">="),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));
  private static final int COMPARISON = 2;
  private static final int DEEPEST = 40;

  private final Words words;
  private int depth;

  ExprParser(Words words) {
    this.words = words;
  }

  Expr expression() {
    if (++depth > DEEPEST) {
      throw new BadGrammar(words.peek().place(), "this is nested too deeply. Simplify it.");
    }
    Expr expr = level(0);
    depth--;
    return expr;
  }

  private Expr level(int level) {
    if (level == LEVELS.size()) {
      return sign();
    }
    Expr left = level(level + 1);
    if (level == COMPARISON) {
      if (words.sees("in") || (words.sees("not") && words.peek(1).text().equals("in"))) {
        return in(left);
      }
      if (words.sees("after") || words.sees("before")) {
        return temporal(left);
      }
    }
    while (words.peek().kind().equals("sign") && LEVELS.get(level).contains(words.peek().text())) {
      Word operator = words.take();
      left = new Binary(operator.place(), operator.text(), left, level(level + 1));
    }
    return left;
  }

  private Expr in(Expr value) {
    boolean negated = words.takes("not");
    Word in = words.expect("in");
    words.expect("(");
    return new In(in.place(), value, arguments(), negated);
  }

  private Expr temporal(Expr left) {
    Word operator = words.take();
    if (!(left instanceof Field self) || !self.name().equals("this")) {
      throw new BadGrammar(operator.place(), "write: this " + operator.text() + " $other");
    }
    List<Long> millis = new ArrayList<>();
    if (words.takes("[")) {
      do {
        millis.add(millis(words.take()));
      } while (words.takes(","));
      words.expect("]");
    }
    Word other = words.take();
    if (!other.text().startsWith("$") || millis.size() > 2) {
      throw new BadGrammar(
          other.place(), "write: this %s[1ms, 30m] $other".formatted(operator.text()));
    }
    return new Temporal(
        operator.place(),
        operator.text(),
        List.copyOf(millis),
        new Variable(other.place(), other.text()));
  }

  static long millis(Word word) {
    if (!word.kind().equals("duration")) {
      throw new BadGrammar(word.place(), "'%s' is no duration. Write 15m.".formatted(word.text()));
    }
    return Durations.millis(word.text());
  }

  private Expr sign() {
    Word word = words.peek();
    if (word.text().equals("-") || word.text().equals("!")) {
      words.take();
      if (++depth > DEEPEST) {
        throw new BadGrammar(word.place(), "this is nested too deeply. Simplify it.");
      }
      Expr operand = sign();
      depth--;
      return new Unary(word.place(), word.text(), operand);
    }
    return atom();
  }

  private Expr atom() {
    Word word = words.take();
    return switch (word.kind()) {
      case "number" ->
          new Num(word.place(), Double.parseDouble(word.text()), !word.text().contains("."));
      case "text" -> new Text(word.place(), unquoted(word.text()));
      case "name" -> named(word);
      case "sign" -> {
        if (!word.text().equals("(")) {
          throw unexpected(word);
        }
        Expr inner = expression();
        words.expect(")");
        yield inner;
      }
      default -> throw unexpected(word);
    };
  }

  private Expr named(Word word) {
    String name = word.text();
    if (name.equals("true") || name.equals("false")) {
      return new Truth(word.place(), name.equals("true"));
    }
    if (name.equals("new")) {
      Word type = words.take();
      words.expect("(");
      return new New(word.place(), type.text(), arguments());
    }
    if (name.startsWith("$")) {
      Variable variable = new Variable(word.place(), name);
      if (!words.takes(".")) {
        return variable;
      }
      Word member = words.take();
      if (words.takes("(")) {
        words.expect(")");
      }
      return new Member(member.place(), variable, member.text());
    }
    if (words.takes(".")) {
      Word method = words.take();
      words.expect("(");
      return new Call(word.place(), name, method.text(), arguments());
    }
    if (words.takes("(")) {
      return new Call(word.place(), "", name, arguments());
    }
    return new Field(word.place(), name);
  }

  private List<Expr> arguments() {
    List<Expr> arguments = new ArrayList<>();
    if (words.takes(")")) {
      return arguments;
    }
    do {
      arguments.add(expression());
    } while (words.takes(","));
    words.expect(")");
    return List.copyOf(arguments);
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1)
        .replace("\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  private static BadGrammar unexpected(Word word) {
    return new BadGrammar(word.place(), "'%s' is not expected here.".formatted(word.text()));
  }
}
