package city.nhip.engine.safety;

import city.nhip.engine.safety.SignalsArtefact.Plan;
import city.nhip.engine.safety.SignalsArtefact.Step;
import city.nhip.engine.safety.SignalsSite.Group;
import city.nhip.engine.safety.SignalsSite.Ordered;
import java.util.LinkedHashMap;
import java.util.Map;

/** One intersection's endless cycle, looked at group by group and pair by pair. */
final class SignalsCycle {
  private final SignalsSite site;
  private final String where;
  private final Findings findings;
  private final int steps;
  private final long cycle;

  /** When each step starts, milliseconds after the cycle's start. */
  private final long[] starts;

  /** A letter a step, for each group. */
  private final Map<String, char[]> shown;

  /**
   * @param where JSON pointer to the plan
   * @param shown by group, a letter a step
   */
  SignalsCycle(
      SignalsSite site, Plan plan, String where, Map<String, char[]> shown, Findings findings) {
    this.site = site;
    this.where = where;
    this.findings = findings;
    this.shown = shown;
    this.steps = plan.steps().size();
    this.starts = new long[steps];
    long at = 0;
    for (int i = 0; i < steps; i++) {
      starts[i] = at;
      Step step = plan.steps().get(i);
      at += 1_000L * step.seconds();
    }
    this.cycle = at;
  }

  void check() {
    site.groups().values().forEach(group -> group(group, letters(group.id())));
    site.clearances().forEach(this::pair);
    for (Group group : site.groups().values()) {
      group.yieldsTo().forEach(other -> trap(group, other));
    }
  }

  /**
   * Who yields and sees yellow takes it that those to whom it yields see it, too, and crosses their
   * way. Where the fixed plan has it so, drivers know it; who turns into the same street is slow.
   */
  private void trap(Group group, String other) {
    Group first = site.groups().get(other);
    if (first == null
        || !first.turns().contains("through")
        || site.knownTraps().contains(new Ordered(group.id(), other))) {
      return;
    }
    char[] letters = letters(group.id());
    char[] others = letters(other);
    for (int i = 0; i < steps; i++) {
      if (letters[i] == 'y' && letters[before(i)] == 'g') {
        int step = i;
        boolean goesOn = green(others[before(i)]);
        while (goesOn && letters[step] == 'y') {
          goesOn = green(others[step]);
          step = (step + 1) % steps;
        }
        boolean trapped = goesOn && green(others[step]);
        findings.require(
            !trapped,
            "yellow-trap",
            at(i),
            () ->
                "%s sees yellow while %s, to whom it yields, stays green."
                    .formatted(group.id(), other));
      }
    }
  }

  private int before(int step) {
    return (step + steps - 1) % steps;
  }

  private static boolean green(char letter) {
    return letter == 'G' || letter == 'g';
  }

  private String at(int step) {
    return where + "/steps/" + step;
  }

  /** Time from one step's start on to another's; a whole cycle from a step to itself. */
  private long between(int from, int to) {
    long time = Math.floorMod(starts[to] - starts[from], cycle);
    return time == 0 ? cycle : time;
  }

  private void group(Group group, char[] letters) {
    boolean served = false;
    for (int i = 0; i < steps; i++) {
      served |= green(letters[i]);
      char last = letters[before(i)];
      if (green(letters[i]) && !green(last)) {
        long lasts = lasting(letters, i);
        findings.require(
            lasts >= group.minimumMillis(),
            "minimum-green",
            at(i),
            () ->
                "%s is green for %d ms. Give it %d."
                    .formatted(group.id(), lasts, group.minimumMillis()));
        findings.require(
            last == 'r' || fallsBack(letters, i),
            "yellow",
            at(i),
            () -> group.id() + " turns green without a red before.");
      }
      if (!green(letters[i]) && green(last)) {
        ending(group, letters, i);
      }
      if (letters[i] == 'y') {
        findings.require(
            last == 'y' || green(last),
            "yellow",
            at(i),
            () -> group.id() + " turns yellow without a green before.");
      }
    }
    boolean once = served;
    findings.require(
        once, "group-served", where, () -> group.id() + " is never green. Run a stage for it.");
  }

  /** Who had right of way and must yield from now on may do so right after the yellow. */
  private boolean fallsBack(char[] letters, int step) {
    return letters[step] == 'g' && letters[before(step)] == 'y' && ended(letters, step) == 'G';
  }

  /** The green that ends with the yellow at a step, or with the one just before it. */
  private char ended(char[] letters, int step) {
    int i = before(step);
    while (letters[i] == 'y' && i != step) {
      i = before(i);
    }
    return letters[i];
  }

  private void ending(Group group, char[] letters, int step) {
    if (group.walks()) {
      findings.require(
          letters[step] == 'r',
          "yellow",
          at(step),
          () -> "Walkers at %s see yellow. They have none.".formatted(group.id()));
      return;
    }
    long lasts = letters[step] == 'y' ? lasting(letters, step) : 0;
    findings.require(
        lasts == site.yellowMillis(),
        "yellow",
        at(step),
        () ->
            "%s shows %d ms of yellow. The site fixes %d."
                .formatted(group.id(), lasts, site.yellowMillis()));
  }

  /** How long a group shows green, or yellow, from a step on. */
  private long lasting(char[] letters, int from) {
    for (int i = 1; i < steps; i++) {
      int step = (from + i) % steps;
      boolean same = green(letters[from]) ? green(letters[step]) : letters[step] == letters[from];
      if (!same) {
        return between(from, step);
      }
    }
    return cycle;
  }

  private void pair(Ordered pair, long clearance) {
    char[] from = letters(pair.from());
    char[] to = letters(pair.to());
    for (int i = 0; i < steps; i++) {
      int step = i;
      if (pair.from().compareTo(pair.to()) < 0 && from[i] != 'r' && to[i] != 'r') {
        findings.require(
            !claims(pair.from(), pair.to(), i) || !claims(pair.to(), pair.from(), i),
            "conflict",
            at(i),
            () -> "%s and %s go at once.".formatted(pair.from(), pair.to()));
      }
      if (begins(to, i)) {
        long passed = sinceEnd(from, i);
        findings.require(
            passed >= clearance,
            "clearance",
            at(step),
            () ->
                "%s starts %d ms after %s ends. It takes %d to clear."
                    .formatted(pair.to(), passed, pair.from(), clearance));
      }
    }
  }

  private char[] letters(String group) {
    return shown.getOrDefault(group, new char[0]);
  }

  /** Whether a group that is not red takes the right of way from another. */
  private boolean claims(String group, String other, int step) {
    char[] letters = letters(group);
    // Yellow yields as the green before it did.
    char letter = letters[step] == 'y' ? ended(letters, step) : letters[step];
    Group it = site.groups().get(group);
    return letter != 'g' || it == null || !it.yieldsTo().contains(other);
  }

  /** Turns green, or no longer yields. */
  private boolean begins(char[] letters, int step) {
    char last = letters[before(step)];
    return green(letters[step]) && (!green(last) || (last == 'g' && letters[step] == 'G'));
  }

  /** Leaves green, or starts to yield. */
  private boolean ends(char[] letters, int step) {
    char last = letters[before(step)];
    return (last == 'G' && letters[step] != 'G') || (last == 'g' && !green(letters[step]));
  }

  private long sinceEnd(char[] letters, int step) {
    for (int back = 0; back < steps; back++) {
      int i = Math.floorMod(step - back, steps);
      if (ends(letters, i)) {
        return Math.floorMod(starts[step] - starts[i], cycle);
      }
    }
    return Long.MAX_VALUE;
  }

  /** The groups' letters, turned from a row a step to a row a group. */
  static Map<String, char[]> turned(Plan plan) {
    Map<String, char[]> shown = new LinkedHashMap<>();
    for (int g = 0; g < plan.groups().size(); g++) {
      char[] row = new char[plan.steps().size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = plan.steps().get(i).state().charAt(g);
      }
      shown.put(plan.groups().get(g), row);
    }
    return shown;
  }
}
