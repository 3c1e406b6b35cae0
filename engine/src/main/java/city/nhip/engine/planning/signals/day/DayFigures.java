package city.nhip.engine.planning.signals.day;

import city.nhip.engine.planning.signals.HcmDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a day plan comes to, span by span. Plans that are compared are played over the same spans:
 * each starts with empty streets.
 *
 * @param borders quarters of the day, from 0 to 96, at some of which the plan may change
 * @param loads by the queue model, one a span
 * @param saturation the highest degree of saturation of a lane by quarter, 96 of them, at least 0
 */
record DayFigures(List<Integer> borders, List<Load> loads, List<Double> saturation) {
  DayFigures {
    borders = List.copyOf(borders);
    loads = List.copyOf(loads);
    saturation = List.copyOf(saturation);
  }

  static DayFigures of(DayPlan plan, List<Integer> borders, DayTraffic traffic) {
    HcmDelay rough = new HcmDelay(plan.problem().zone());
    List<Load> loads = new ArrayList<>();
    for (int span = 0; span + 1 < borders.size(); span++) {
      int from = borders.get(span);
      loads.add(Load.of(traffic.play(from, borders.get(span + 1), plan.at(from))));
    }
    List<Double> saturation = new ArrayList<>();
    for (int quarter = 0; quarter < DayCounts.QUARTERS; quarter++) {
      saturation.add(
          rough.worstSaturation(plan.at(quarter), plan.problem().counts().flows()[quarter]));
    }
    return new DayFigures(borders, loads, saturation);
  }

  /** Of the spans from one border to another. */
  Load sum(int from, int to) {
    return loads.subList(borders.indexOf(from), borders.indexOf(to)).stream()
        .reduce(Load.NONE, Load::plus);
  }

  double worst(int from, int to) {
    return IntStream.range(from, to).mapToDouble(saturation::get).max().orElse(0);
  }
}
