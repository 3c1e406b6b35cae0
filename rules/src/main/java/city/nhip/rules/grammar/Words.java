package city.nhip.rules.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a part of a file into words; each knows where it stands. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<space>\\s+)|(?<duration>\\d+(?:ms|s|m|h|d)\\b)|(?<number>\\d+(?:\\.\\d+)?(?![\\w.]))"
              + "|(?<name>\\$?[A-Za-z_]\\w*)|(?<text>\"(?:[^\"\\\\\\r\\n]|\\\\[\"\\\\n])*\")"
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%<>!()\\[\\],.;:])");

  private final List<Word> words = new ArrayList<>();
  private int next;

  /**
   * @param kind of {@code duration, number, name, text, sign, end}
   */
  record Word(String kind, String text, Place place) {}

  /**
   * @param from offset in the source, inclusive
   * @param to exclusive
   */
  Words(SourceText source, int from, int to) {
    Matcher matcher = WORD.matcher(source.text()).region(from, to);
    int at = from;
    while (at < to) {
      if (!matcher.find() || matcher.start() != at) {
        words.add(new Word("bad", source.text().substring(at, at + 1), source.place(at)));
        break;
      }
      for (String kind : List.of("duration", "number", "name", "text", "sign")) {
        if (matcher.group(kind) != null) {
          words.add(new Word(kind, matcher.group(kind), source.place(at)));
        }
      }
      at = matcher.end();
    }
    words.add(new Word("end", "the end", source.place(to)));
  }

  /**
   * @throws BadGrammar when the next character begins no word
   */
  Word peek() {
    Word word = words.get(next);
    if (word.kind().equals("bad")) {
      throw new BadGrammar(
          word.place(), "'%s' has no meaning in a rule. Remove it.".formatted(word.text()));
    }
    return word;
  }

  Word peek(int ahead) {
    return words.get(Math.min(next + ahead, words.size() - 1));
  }

  Word take() {
    Word word = peek();
    if (!word.kind().equals("end")) {
      next++;
    }
    return word;
  }

  boolean sees(String text) {
    Word word = peek();
    return word.text().equals(text) && !word.kind().equals("text");
  }

  boolean takes(String text) {
    boolean there = sees(text);
    if (there) {
      next++;
    }
    return there;
  }

  Word expect(String text) {
    if (!sees(text)) {
      throw new BadGrammar(
          peek().place(), "expected '%s', found '%s'.".formatted(text, peek().text()));
    }
    return take();
  }

  boolean ended() {
    return peek().kind().equals("end");
  }
}
