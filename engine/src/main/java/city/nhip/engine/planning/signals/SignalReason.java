package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import java.util.Locale;
import java.util.stream.Collectors;
import org.optaplanner.core.api.score.stream.ConstraintJustification;

/** Why a constraint counted, in words for an operator. */
sealed interface SignalReason extends ConstraintJustification {
  Localized text();

  /**
   * The fullest lane of an intersection in words.
   *
   * @param other the timing that runs without the plan
   */
  static Localized bottleneck(IntersectionTiming it, Timing other, Localized name) {
    LaneLoads.LaneLoad lane = it.fullest();
    String groups =
        lane.signals().stream()
            .map(it.site().signals()::get)
            .distinct()
            .sorted()
            .collect(Collectors.joining("+"));
    double planned = LaneLoads.saturation(lane, it.site(), it.timing());
    double before = LaneLoads.saturation(lane, it.site(), other);
    return new Localized(
        String.format(
            Locale.ROOT,
            "Nút thắt: %s, làn của %s: độ bão hoà %.2f (%s: %.2f).",
            it.id(),
            groups,
            planned,
            name.vi(),
            before),
        String.format(
            Locale.ROOT,
            "Bottleneck: %s, a lane of %s: degree of saturation %.2f (%s: %.2f).",
            it.id(),
            groups,
            planned,
            name.en(),
            before));
  }

  record Conflicting(String intersection, Intersection site, Timing timing)
      implements SignalReason {
    @Override
    public Localized text() {
      String pairs =
          site.shownTogether(timing).stream()
              .map(c -> site.signals().get(c.one()) + " + " + site.signals().get(c.other()))
              .sorted()
              .collect(Collectors.joining(", "));
      return new Localized(
          "%s: nhóm xung đột cùng xanh: %s".formatted(intersection, pairs),
          "%s: conflicting groups are green together: %s".formatted(intersection, pairs));
    }
  }

  record GreenTooShort(SignalConstraints.RunningStage green) implements SignalReason {
    @Override
    public Localized text() {
      Localized stage = StageNames.of(green.stage().id());
      return new Localized(
          "%s: pha %s xanh %d giây, tối thiểu %d giây"
              .formatted(
                  green.intersection(), stage.vi(), green.seconds(), green.stage().minimumGreen()),
          "%s: stage %s is green for %d s, at least %d s are needed"
              .formatted(
                  green.intersection(), stage.en(), green.seconds(), green.stage().minimumGreen()));
    }
  }

  record CycleOutOfRange(String intersection, Intersection site, int cycle)
      implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%s: chu kỳ %d giây nằm ngoài %d..%d giây"
              .formatted(intersection, cycle, Intersection.SHORTEST_CYCLE, site.longestCycle()),
          "%s: a cycle of %d s is outside %d..%d s"
              .formatted(intersection, cycle, Intersection.SHORTEST_CYCLE, site.longestCycle()));
    }
  }

  record SumMissed(String intersection, int seconds) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%s: tổng các pha lệch chu kỳ %d giây".formatted(intersection, seconds),
          "%s: the stages miss the cycle by %d s".formatted(intersection, seconds));
    }
  }

  record NotServed(String intersection, Intersection site, Timing timing) implements SignalReason {
    @Override
    public Localized text() {
      String groups =
          site.unserved(timing).stream().map(site.signals()::get).collect(Collectors.joining(", "));
      return new Localized(
          "%s: nhóm không được xanh: %s".formatted(intersection, groups),
          "%s: groups without green: %s".formatted(intersection, groups));
    }
  }

  record StartsElsewhere(String intersection, Intersection site) implements SignalReason {
    @Override
    public Localized text() {
      Localized stage = StageNames.of(site.stages().get(site.firstStage()).id());
      return new Localized(
          "%s: thiếu pha %s, pha mở đầu mọi chu kỳ".formatted(intersection, stage.vi()),
          "%s: stage %s, with which every cycle starts, is left out"
              .formatted(intersection, stage.en()));
    }
  }

  record Trapped(String intersection, Intersection site, Timing timing) implements SignalReason {
    @Override
    public Localized text() {
      String pairs =
          site.newYellowTraps(timing).stream()
              .map(it -> site.signals().get(it.one()) + " / " + site.signals().get(it.to()))
              .sorted()
              .collect(Collectors.joining(", "));
      return new Localized(
          "%s: bẫy đèn vàng, xe rẽ thấy vàng khi dòng phải nhường còn xanh: %s"
              .formatted(intersection, pairs),
          "%s: a yellow trap, the turn sees yellow while those it yields to stay green: %s"
              .formatted(intersection, pairs));
    }
  }

  record CyclesDiffer(String one, String other) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%s và %s phải chung chu kỳ".formatted(one, other),
          "%s and %s must share a cycle".formatted(one, other));
    }
  }

  record Saturated(String intersection, double worst) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          String.format(Locale.ROOT, "%s: độ bão hòa tới %.2f", intersection, worst),
          String.format(Locale.ROOT, "%s: degree of saturation up to %.2f", intersection, worst));
    }
  }

  record Delayed(long seconds) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%d giây chậm trễ của xe con quy đổi".formatted(seconds),
          "%d car-unit-seconds of delay".formatted(seconds));
    }
  }

  record Stopped(long stops) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%d lần dừng của xe con quy đổi".formatted(stops),
          "%d stops of car units".formatted(stops));
    }
  }

  record Blocked(long seconds) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          "%d giây làn bị hàng chờ phía trước chặn".formatted(seconds),
          "%d lane-seconds blocked by a queue ahead".formatted(seconds));
    }
  }

  record Swapped(long permille) implements SignalReason {
    @Override
    public Localized text() {
      return new Localized(
          String.format(
              Locale.ROOT,
              "%.1f cặp xe cần đổi làn cho nhau trên đoạn quá ngắn",
              permille / 1000.0),
          String.format(
              Locale.ROOT,
              "%.1f pairs of vehicles that want each other's lane on a street too short for it",
              permille / 1000.0));
    }
  }
}
