package city.nhip.engine.city;

import java.util.regex.Pattern;

/** The form of every identifier that people write in a city's files. */
final class Ids {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

  private Ids() {}

  static void check(String what, String id) {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "%s id '%s' is not of the form %s. Use letters, digits, '.', '_', ':' and '-', at most 80."
              .formatted(what, id, FORM));
    }
  }
}
