package city.nhip.engine.planning.signals.day;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.Names;
import city.nhip.engine.planning.signals.HcmDelay;
import city.nhip.engine.planning.signals.Timing;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the day is cut where it is, what each period's plan is for, and what was assumed. */
final class DayNotes {
  private DayNotes() {}

  static List<Localized> of(DayPlan plan) {
    List<Localized> notes = new ArrayList<>();
    for (DayPlan.Period period : plan.periods()) {
      notes.add(period(plan, period));
    }
    untaken(plan).ifPresent(notes::add);
    notes.add(plan.problem().kind().note);
    DayCounts counts = plan.problem().counts();
    notes.add(
        new Localized(
            String.format(
                Locale.ROOT,
                "Đếm được %d %% của 24 giờ đến %s; một xe đếm được quy đổi thành %.2f đơn vị xe con.",
                counts.coveredPercent(),
                counts.until(),
                plan.problem().zone().unitsPerVehicle()),
            String.format(
                Locale.ROOT,
                "%d %% of the 24 hours up to %s were counted; one counted vehicle is taken as %.2f passenger car units.",
                counts.coveredPercent(),
                counts.until(),
                plan.problem().zone().unitsPerVehicle())));
    if (!counts.filled().isEmpty()) {
      String silent = Names.some(counts.filled());
      notes.add(
          new Localized(
              "Cảm biến im lặng một phần tư ngày trở lên, khi đó dùng lưu lượng thường lệ: "
                  + silent
                  + ".",
              "Detectors silent for a quarter of the day or more, the usual flow taken then: "
                  + silent
                  + "."));
    }
    notes.addAll(plan.problem().zone().notes());
    notes.add(
        new Localized(
            "Con số theo mô hình hàng chờ trên chính lưu lượng từng 15 phút; chuyển tiếp giữa hai kế hoạch không tính vào.",
            "Figures are the queue model's on each quarter's own traffic; transitions between plans are not in them."));
    return notes;
  }

  private static Localized period(DayPlan plan, DayPlan.Period it) {
    Stream<Localized> sentences =
        Stream.concat(
            Stream.of(level(plan, it)),
            Stream.concat(border(plan, it).stream(), transition(plan, it).stream()));
    return sentences
        .reduce((a, b) -> new Localized(a.vi() + " " + b.vi(), a.en() + " " + b.en()))
        .orElseThrow();
  }

  private static Localized level(DayPlan plan, DayPlan.Period it) {
    DayCounts counts = plan.problem().counts();
    double busiest =
        IntStream.range(0, DayCounts.QUARTERS).mapToDouble(counts::total).max().orElse(0);
    Object[] figures = {
      DayPlan.clock(it.from()),
      DayPlan.clock(it.to()),
      DayArtefact.name(it.plan()),
      cycles(plan.plans().get(it.plan())),
      100 * DayCounts.sum(counts.mean(it.from(), it.to())) / Math.max(1, busiest)
    };
    return new Localized(
        String.format(
            Locale.ROOT,
            "%s–%s, kế hoạch %s (chu kỳ %s giây): lưu lượng trung bình bằng %.0f %% của 15 phút đông nhất.",
            figures),
        String.format(
            Locale.ROOT,
            "%s–%s, plan %s (cycles of %s s): traffic is %.0f %% of the busiest quarter of an hour in the mean.",
            figures));
  }

  /** Why the day is cut there: what changes in the traffic, and where most. */
  private static Optional<Localized> border(DayPlan plan, DayPlan.Period it) {
    if (it.from() == 0) {
      return Optional.empty();
    }
    DayCounts counts = plan.problem().counts();
    DayPlan.Period before = plan.periods().get(plan.periods().indexOf(it) - 1);
    double[] old = counts.mean(before.from(), before.to());
    double[] now = counts.mean(it.from(), it.to());
    double change = 100 * (DayCounts.sum(now) / Math.max(1, DayCounts.sum(old)) - 1);
    int most = mostChanged(old, now);
    String place = plan.problem().zone().approaches().get(most).id();
    return Optional.of(
        new Localized(
            String.format(
                Locale.ROOT,
                "Đổi lúc %s vì lưu lượng %s %.0f %%, nhiều nhất ở %s: từ %.0f %s %.0f xe/giờ.",
                DayPlan.clock(it.from()),
                change > 0 ? "tăng" : "giảm",
                Math.abs(change),
                place,
                old[most],
                now[most] > old[most] ? "lên" : "xuống",
                now[most]),
            String.format(
                Locale.ROOT,
                "It changes at %s because traffic %s by %.0f %%, most at %s: from %.0f %s to %.0f veh/h.",
                DayPlan.clock(it.from()),
                change > 0 ? "grows" : "falls",
                Math.abs(change),
                place,
                old[most],
                now[most] > old[most] ? "up" : "down",
                now[most])));
  }

  /** Where flows alone would change the plan and this one goes on. */
  private static Optional<Localized> untaken(DayPlan plan) {
    DayPlan.Problem problem = plan.problem();
    List<Integer> taken = DayPlan.borders(List.of(plan));
    String times =
        Borders.of(problem.counts(), new HcmDelay(problem.zone())).stream()
            .filter(quarter -> !taken.contains(quarter))
            .map(DayPlan::clock)
            .collect(Collectors.joining(", "));
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Localized(
                "Lưu lượng cũng đổi lúc %s, nhưng trong các kế hoạch tìm được, một kế hoạch phục vụ ở đó tốt như nhau: thêm một lần đổi không bù được ba phút chuyển tiếp."
                    .formatted(times),
                "Traffic changes at %s too, but of the plans found one serves there as well: another change would not earn its three minutes of transition."
                    .formatted(times)));
  }

  private static Optional<Localized> transition(DayPlan plan, DayPlan.Period it) {
    List<Transition> all = DayArtefact.transitions(plan, it);
    int seconds = all.stream().mapToInt(Transition::seconds).max().orElse(0);
    int cycles = all.stream().mapToInt(one -> one.cycles().size()).max().orElse(0);
    return seconds == 0
        ? Optional.empty()
        : Optional.of(
            new Localized(
                "Mọi nút vào nhịp sau nhiều nhất %d giây (tối đa %d chu kỳ dài hay ngắn hơn)."
                    .formatted(seconds, cycles),
                "Every intersection is in step after %d s at most (longer or shorter cycles: %d at most)."
                    .formatted(seconds, cycles)));
  }

  /** {@code "90"}, or {@code "60–90"}. */
  private static String cycles(List<Timing> timings) {
    IntSummaryStatistics all = timings.stream().mapToInt(Timing::cycle).summaryStatistics();
    return all.getMin() == all.getMax()
        ? String.valueOf(all.getMin())
        : all.getMin() + "–" + all.getMax();
  }

  private static int mostChanged(double[] old, double[] now) {
    int most = 0;
    for (int a = 1; a < now.length; a++) {
      if (Math.abs(now[a] - old[a]) > Math.abs(now[most] - old[most])) {
        most = a;
      }
    }
    return most;
  }
}
