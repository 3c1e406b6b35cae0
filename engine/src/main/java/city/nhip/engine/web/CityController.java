package city.nhip.engine.web;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Device;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Roads;
import city.nhip.engine.city.Zone;
import city.nhip.engine.files.JsonFile;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.PlanningDomains;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.engine.reading.ReadingKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the map and the tables ask about the city. */
@RestController
@RequestMapping("/api")
class CityController {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final City city;
  private final PlanningDomains domains;
  private final ReadingJournal readings;
  private final Clock clock;
  private final double speed;

  CityController(
      City city,
      PlanningDomains domains,
      ReadingJournal readings,
      Clock clock,
      @Value("${nhip.speed:1}") double speed) {
    this.city = city;
    this.domains = domains;
    this.readings = readings;
    this.clock = clock;
    this.speed = speed;
  }

  /**
   * @param now the city's time, which may run faster than the wall clock
   * @param speed city seconds a second
   */
  record CityView(
      String id,
      Localized name,
      boolean synthetic,
      String timeZone,
      Position centre,
      List<Zone> zones,
      List<DomainView> domains,
      Instant now,
      double speed) {}

  record DomainView(String name, Localized title) {}

  record DomainAssets(String domain, List<Asset> assets) {}

  record Latest(String property, double value, String unit, Instant observedAt) {}

  record DeviceView(
      String id, String zone, String kind, String asset, Position position, List<Latest> latest) {}

  @GetMapping("/city")
  CityView city() {
    return new CityView(
        city.id(),
        city.name(),
        city.synthetic(),
        city.timeZone().getId(),
        city.centre(),
        city.zones(),
        domains.all().stream().map(one -> new DomainView(one.name(), one.title())).toList(),
        clock.instant(),
        speed);
  }

  @GetMapping("/city/roads")
  Roads roads() {
    return JsonFile.read(city.folder().resolve("roads.json"), Roads.class);
  }

  @GetMapping("/city/assets")
  List<DomainAssets> assets() {
    return domains.all().stream()
        .map(domain -> new DomainAssets(domain.name(), domain.assets(city)))
        .toList();
  }

  /**
   * @param at the city as it was then; now where absent
   */
  @GetMapping("/devices")
  List<DeviceView> devices(@RequestParam Optional<Instant> at) {
    Instant then = at.filter(clock.instant()::isAfter).orElseGet(clock::instant);
    Map<String, List<Latest>> latest = new HashMap<>();
    kinds()
        .map(ReadingKind::property)
        .distinct()
        .forEach(
            property ->
                readings
                    .latest(property, then)
                    .forEach(
                        (device, one) ->
                            latest
                                .computeIfAbsent(device, id -> new ArrayList<>())
                                .add(
                                    new Latest(
                                        property,
                                        one.reading().value(),
                                        one.reading().unit(),
                                        one.reading().observedAt()))));
    return city.devices().values().stream()
        .sorted(Comparator.comparing(Device::id))
        .map(
            device ->
                new DeviceView(
                    device.id(),
                    device.zone(),
                    device.kind(),
                    device.asset(),
                    device.position(),
                    latest.getOrDefault(device.id(), List.of())))
        .toList();
  }

  @GetMapping("/readings")
  List<JournaledReading> readings(
      @RequestParam Optional<String> device,
      @RequestParam Optional<String> property,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to,
      @RequestParam Optional<List<Long>> ids) {
    if (ids.isPresent()) {
      if (ids.get().size() > 1000) {
        throw new IllegalArgumentException("At most 1,000 ids a call. Ask in parts.");
      }
      return readings.list(ids.get());
    }
    if (device.isEmpty() || property.isEmpty() || from.isEmpty() || to.isEmpty()) {
      throw new IllegalArgumentException("Give ids, or device, property, from and to.");
    }
    if (Duration.between(from.get(), to.get()).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("At most 7 days a call. Ask in parts.");
    }
    return readings.between(device.get(), property.get(), from.get(), to.get());
  }

  private Stream<ReadingKind> kinds() {
    return Stream.concat(
        CommonMeasures.all().stream(),
        domains.all().stream().flatMap(domain -> domain.measures().stream()));
  }
}
