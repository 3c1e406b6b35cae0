package city.nhip.engine.planning.signals;

import city.nhip.engine.city.Localized;
import city.nhip.engine.planning.signals.SignalSites.Approach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator is told of a calibration: where it departs from the file, and where it rests.
 */
final class CalibrationNotes {
  /** Approaches told one by one; of the others the number. */
  private static final int TOLD = 4;

  private CalibrationNotes() {}

  static List<Localized> of(Calibration calibration) {
    List<Localized> notes = new ArrayList<>(shares(calibration));
    notes.addAll(saturationFlows(calibration));
    return notes;
  }

  private static List<Localized> shares(Calibration calibration) {
    long turning =
        calibration.sites().stream()
            .flatMap(site -> site.approaches().stream())
            .map(Approach::turns)
            .filter(turns -> turns.size() > 1)
            .count();
    if (calibration.shares().isEmpty()) {
      return List.of(
          new Localized(
              "Tỷ lệ rẽ theo cấu hình: số đếm chưa đủ hoặc chưa đủ biến động để ước lượng.",
              "Turning shares are as configured: counts are too few, or vary too little, to tell them."));
    }
    List<Map.Entry<String, List<Estimate>>> differing =
        calibration.shares().entrySet().stream()
            .filter(it -> it.getValue().stream().anyMatch(Estimate::differs))
            .sorted(Comparator.comparingDouble(it -> -surprise(it.getValue())))
            .toList();
    List<Localized> notes = new ArrayList<>();
    differing.stream()
        .limit(TOLD)
        .forEach(
            it ->
                notes.add(
                    new Localized(
                        turns(
                            calibration,
                            it,
                            CalibrationNotes::turnVi,
                            "Tỷ lệ rẽ %s theo %d số đếm 15 phút trong %d ngày: %s.",
                            "%s %.2f thành %.2f (%.2f đến %.2f)"),
                        turns(
                            calibration,
                            it,
                            Estimate::name,
                            "Turning shares of %s from %d quarter-hour counts of %d days: %s.",
                            "%s %.2f to %.2f (%.2f to %.2f)"))));
    int told = calibration.shares().size();
    int more = Math.max(0, differing.size() - TOLD);
    notes.add(
        new Localized(
            "Tỷ lệ rẽ của %d nhánh dựa vào số đếm (%d nhánh khác cấu hình%s), của %d nhánh theo cấu hình vì số đếm không cho biết."
                .formatted(
                    told,
                    differing.size(),
                    more > 0 ? ", %d không kể ở đây".formatted(more) : "",
                    turning - told),
            "Turning shares of %d approaches rest on counts (%d differ from what is configured%s), of %d they are as configured: the counts do not tell."
                .formatted(
                    told,
                    differing.size(),
                    more > 0 ? ", %d not told here".formatted(more) : "",
                    turning - told)));
    return notes;
  }

  private static String turns(
      Calibration calibration,
      Map.Entry<String, List<Estimate>> approach,
      Function<Estimate, String> name,
      String line,
      String part) {
    int counts = approach.getValue().stream().mapToInt(Estimate::counts).max().orElse(0);
    return line.formatted(
        approach.getKey(),
        counts,
        calibration.days(),
        approach.getValue().stream()
            .filter(Estimate::differs)
            .map(
                it ->
                    String.format(
                        Locale.ROOT,
                        part,
                        name.apply(it),
                        it.configured(),
                        it.value(),
                        Math.max(0, it.low()),
                        Math.min(1, it.high())))
            .collect(Collectors.joining(", ")));
  }

  private static String turnVi(Estimate it) {
    return switch (it.name()) {
      case "left" -> "rẽ trái";
      case "through" -> "đi thẳng";
      case "right" -> "rẽ phải";
      default -> it.name();
    };
  }

  private static double surprise(List<Estimate> estimates) {
    return estimates.stream().mapToDouble(Estimate::surprise).max().orElse(0);
  }

  private static List<Localized> saturationFlows(Calibration calibration) {
    long approaches =
        calibration.sites().stream().mapToLong(site -> site.approaches().size()).sum();
    List<Map.Entry<String, Estimate>> differing =
        calibration.saturationFlows().entrySet().stream()
            .filter(it -> it.getValue().differs())
            .sorted(Comparator.comparingDouble(it -> -it.getValue().surprise()))
            .toList();
    List<Localized> notes = new ArrayList<>();
    differing.stream()
        .limit(TOLD)
        .forEach(
            it -> {
              Estimate flow = it.getValue();
              notes.add(
                  new Localized(
                      flow(
                          "Dòng bão hòa của %s từ %.0f thành %.0f (%.0f đến %.0f) xe con/h mỗi làn, theo %d khoảng có hàng chờ đứng trên cảm biến.",
                          it.getKey(), flow),
                      flow(
                          "Saturation flow of %s from %.0f to %.0f (%.0f to %.0f) units/h and lane, from %d intervals with a queue standing on the detector.",
                          it.getKey(), flow)));
            });
    int told = calibration.saturationFlows().size();
    notes.add(
        new Localized(
            "Dòng bão hòa: %d nhánh đo được, %d nhánh theo cấu hình vì quá ít hàng chờ kéo dài dưới cùng một kế hoạch."
                .formatted(told, approaches - told),
            "Saturation flow: measured on %d approaches, as configured on %d, where too few queues stood long enough under one plan."
                .formatted(told, approaches - told)));
    return notes;
  }

  private static String flow(String line, String approach, Estimate it) {
    return String.format(
        Locale.ROOT, line, approach, it.configured(), it.value(), it.low(), it.high(), it.counts());
  }
}
