package city.nhip.scenarios.lighting;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.FieldPlans;
import city.nhip.engine.planning.Finding;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.lighting.LightingDomain;
import city.nhip.engine.planning.lighting.LightingFiles;
import city.nhip.engine.planning.lighting.LightingNetwork;
import city.nhip.engine.planning.lighting.LightingPlan;
import city.nhip.engine.reading.JournaledReading;
import city.nhip.engine.reading.Reading;
import city.nhip.engine.reading.ReadingJournal;
import city.nhip.scenarios.cityfolder.CityFolder;
import city.nhip.scenarios.generator.CitySize;
import city.nhip.scenarios.generator.CitySketch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A sketched city at one moment, whose feeder meters report what the test says. */
public final class SketchedNight {
  public final LightingDomain domain = new LightingDomain();
  public final City city;
  private final Journal journal = new Journal();

  public SketchedNight(CitySize size, Path folder) {
    CitySketch.write(size, folder);
    this.city = CityFolder.load(folder);
  }

  /** A local moment of the sketched cities. */
  public static Instant at(String local) {
    return Instant.parse(local + ":00Z").minusSeconds(7 * 3_600);
  }

  /** All feeder meters report one load. */
  public void metersReport(Instant now, double kilowatts) {
    city.devices().values().stream()
        .filter(device -> device.kind().equals("feeder-meter"))
        .forEach(device -> meterReports(device.id(), now, kilowatts));
  }

  public ReadingJournal journal() {
    return journal;
  }

  public void meterReports(String meter, Instant at, double kilowatts) {
    journal.readings.add(
        new JournaledReading(
            journal.readings.size() + 1,
            "zone",
            at,
            new Reading("test", meter, "activePower", at, kilowatts, "kW")));
  }

  public LightingPlan problem(Instant now, Optional<byte[]> inForce, Finding... findings) {
    return domain.problem(
        new PlanningContext(city, "city", now, List.of(findings), journal, inForce));
  }

  /** Nothing new is found, and no plan that knows what was found before came into force. */
  LightingPlan problemAfter(Instant now, Finding... earlier) {
    return domain.problem(
        new PlanningContext(
            city,
            "city",
            now,
            List.of(),
            List.of(earlier),
            journal,
            Optional.empty(),
            FieldPlans.NONE));
  }

  public LightingPlan solved(LightingPlan problem, SolveLimits limits) {
    return domain.solve(problem, limits, SolveControl.UNWATCHED).plan();
  }

  String zoneOf(String group) {
    return group(group).zone();
  }

  boolean crosses(String group) {
    return group(group).crossing();
  }

  private LightingNetwork.Group group(String id) {
    return LightingFiles.find(city).orElseThrow().network().groups().stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public Proposal proposed(LightingPlan plan) {
    return domain.propose(plan, Optional.empty());
  }

  /** Readings in memory. */
  private static final class Journal implements ReadingJournal {
    final List<JournaledReading> readings = new ArrayList<>();

    @Override
    public List<JournaledReading> append(
        List<Reading> batch, Map<String, String> zones, Instant receivedAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replay(String zone, Instant from, Instant to, Consumer<JournaledReading> consumer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<JournaledReading> between(
        String device, String property, Instant from, Instant to) {
      return between(property, from, to).stream()
          .filter(it -> it.reading().device().equals(device))
          .toList();
    }

    @Override
    public List<JournaledReading> between(String property, Instant from, Instant to) {
      return readings.stream()
          .filter(it -> it.reading().property().equals(property))
          .filter(it -> !it.reading().observedAt().isBefore(from))
          .filter(it -> it.reading().observedAt().isBefore(to))
          .toList();
    }

    @Override
    public Map<String, JournaledReading> latest(String property, Instant now) {
      Map<String, JournaledReading> latest = new TreeMap<>();
      between(property, Instant.MIN, now.plusMillis(1))
          .forEach(it -> latest.put(it.reading().device(), it));
      return latest;
    }

    @Override
    public List<JournaledReading> list(Collection<Long> ids) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> findLastReceived() {
      return Optional.empty();
    }
  }
}
