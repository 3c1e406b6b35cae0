package city.nhip.engine.planning.waste.city;

import city.nhip.engine.city.Localized;
import city.nhip.engine.city.VehicleSize;
import city.nhip.engine.planning.Names;
import city.nhip.engine.planning.waste.city.Filling.Sensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found out and assumed before anything was planned. */
final class CollectionNotes {
  private CollectionNotes() {}

  static List<Localized> of(
      CityWaste city,
      List<DueContainer> containers,
      List<TourSoFar> tours,
      WasteFindings findings) {
    List<Localized> notes = new ArrayList<>();
    sensors(notes, containers, Sensor.STUCK, "Cảm biến bị kẹt", "Stuck sensors");
    sensors(notes, containers, Sensor.SILENT, "Cảm biến im lặng", "Silent sensors");
    sensors(notes, containers, Sensor.ERRATIC, "Cảm biến thất thường", "Erratic sensors");
    sensors(notes, containers, Sensor.NONE, "Thùng không có cảm biến", "Containers without sensor");
    tooSmall(notes, containers);
    List<String> urgent =
        containers.stream()
            .filter(one -> one.urgent() && !one.done())
            .map(one -> one.container().id())
            .toList();
    if (!urgent.isEmpty()) {
      notes.add(
          new Localized(
              "Thùng khẩn cấp: " + Names.some(urgent) + ".",
              "Urgent containers: " + Names.some(urgent) + "."));
    }
    List<String> blocked =
        containers.stream().filter(DueContainer::blocked).map(one -> one.container().id()).toList();
    if (!blocked.isEmpty()) {
      notes.add(
          new Localized(
              "Không thu gom lúc này (đường bị cấm, hoặc cần kiểm tra trước): "
                  + Names.some(blocked)
                  + ".",
              "Not collected now (street closed, or to be looked at first): "
                  + Names.some(blocked)
                  + "."));
    }
    for (TourSoFar tour : tours) {
      if (tour.brokenAt().isPresent()) {
        String id = tour.truck().id();
        notes.add(
            new Localized(
                "Xe %s hỏng: phần còn lại của chuyến được chia cho các xe khác.".formatted(id),
                "Truck %s is out of service: the others take over what is left of its tour."
                    .formatted(id)));
      }
    }
    long done = containers.stream().filter(DueContainer::done).count();
    if (done > 0) {
      notes.add(
          new Localized(
              "%d thùng đã thu gom trong ca này được giữ nguyên.".formatted(done),
              "%d containers collected in this shift stay as they are.".formatted(done)));
    }
    if (findings.slowdown() > 1) {
      notes.add(
          new Localized(
              String.format(Locale.ROOT, "Mưa: thời gian chạy xe nhân %.2f.", findings.slowdown()),
              String.format(
                  Locale.ROOT, "Rain: travel times are taken %.2f times.", findings.slowdown())));
    }
    straight(notes, city);
    unreached(notes, city);
    prices(notes, city.fleet());
    return notes;
  }

  private static void sensors(
      List<Localized> notes, List<DueContainer> containers, Sensor kind, String vi, String en) {
    List<String> ids =
        containers.stream()
            .filter(one -> one.filling().sensor() == kind)
            .map(one -> one.container().id())
            .toList();
    if (!ids.isEmpty()) {
      notes.add(
          new Localized(
              "%s, dùng tốc độ đầy thường lệ: %s.".formatted(vi, Names.some(ids)),
              "%s, usual rate of filling taken: %s.".formatted(en, Names.some(ids))));
    }
  }

  /** What no schedule of one visit an evening can keep from overflowing, the fastest first. */
  private static void tooSmall(List<Localized> notes, List<DueContainer> containers) {
    List<String> ids =
        containers.stream()
            .filter(one -> one.filling().measured() && one.percentPerDay() >= 100)
            .sorted(Comparator.comparingDouble(DueContainer::percentPerDay).reversed())
            .map(
                one ->
                    String.format(
                        Locale.ROOT, "%s (%.0f %%)", one.container().id(), one.percentPerDay()))
            .toList();
    if (!ids.isEmpty()) {
      notes.add(
          new Localized(
              "Dù tối nào cũng thu gom vẫn tràn, vì rác một ngày nhiều hơn dung tích thùng: %s. Cần thêm thùng, thùng lớn hơn, hoặc thu gom hai lần mỗi ngày."
                  .formatted(Names.some(ids)),
              "Collected every evening they overflow still, since a day brings more than they hold: %s. They need a second container, a larger one, or two collections a day."
                  .formatted(Names.some(ids))));
    }
  }

  private static void straight(List<Localized> notes, CityWaste city) {
    List<String> ids = city.profiles().straight().stream().map(city::placeId).toList();
    if (!ids.isEmpty()) {
      notes.add(
          new Localized(
              "Ngoài mạng đường, hoặc không có đường đi và về; khoảng cách tính theo đường thẳng: "
                  + Names.some(ids)
                  + ".",
              "Off the street network, or with no way there and back; reached by straight lines: "
                  + Names.some(ids)
                  + "."));
    }
  }

  /** What is too narrow, too low or too weak for whom. */
  private static void unreached(List<Localized> notes, CityWaste city) {
    for (WasteFleet.Truck truck : city.fleet().trucks()) {
      List<String> ids = city.waysOf(truck).unreached().stream().map(city::placeId).toList();
      if (!ids.isEmpty()) {
        String sign = truck.size().map(VehicleSize::sign).orElse("");
        notes.add(
            new Localized(
                "Xe %s (%s) không đến được vì giới hạn tải trọng, chiều cao hoặc chiều rộng của đường: %s."
                    .formatted(truck.id(), sign, Names.some(ids)),
                "Truck %s (%s) cannot get there, for the streets' limits of weight, height or width: %s."
                    .formatted(truck.id(), sign, Names.some(ids))));
      }
    }
  }

  private static void prices(List<Localized> notes, WasteFleet fleet) {
    WasteFleet.Prices prices = fleet.prices();
    String figures =
        List.of(
                prices.dieselPerLitre(),
                prices.crewPerHour(),
                prices.truckPerShift(),
                prices.overflow(),
                prices.co2PerLitre())
            .stream()
            .map(
                it ->
                    String.format(
                        Locale.ROOT,
                        "%s %s (%s, %s)",
                        it.value() == Math.rint(it.value())
                            ? Long.toString((long) it.value())
                            : Double.toString(it.value()),
                        it.unit(),
                        it.source(),
                        it.date()))
            .collect(Collectors.joining("; "));
    notes.add(new Localized("Giá trị dùng để tính: " + figures, "Figures taken: " + figures));
    notes.add(
        new Localized(
            "Giờ làm việc: " + fleet.work().source(), "Working hours: " + fleet.work().source()));
  }
}
