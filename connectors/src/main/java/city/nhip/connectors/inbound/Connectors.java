package city.nhip.connectors.inbound;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.folder.Connector;
import city.nhip.engine.city.City;
import city.nhip.engine.files.BadFile;
import city.nhip.engine.web.LiveEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The city's connectors as they serve now. The folder {@code connectors} of the city is looked at
 * every two seconds: a good edit takes the old one's place, a broken one leaves it serving and says
 * why, a deleted folder ends its connector.
 */
@Component
class Connectors {
  private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

  private final Path folder;
  private final MeasureUnits units;
  private final ConnectorRoutes routes;
  private final ApplicationEventPublisher events;
  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();

  Connectors(
      City city, MeasureUnits units, ConnectorRoutes routes, ApplicationEventPublisher events) {
    this.folder = city.folder().resolve("connectors");
    this.units = units;
    this.routes = routes;
    this.events = events;
  }

  /**
   * A connector's folder as it stands.
   *
   * @param serving what messages go through; empty where it never read well
   * @param problem what is wrong with the files as they are now; null where nothing is
   * @param stamp of the files that were read
   */
  record Entry(String name, Optional<Connector> serving, @Nullable String problem, String stamp) {}

  /** Messages may come once the routes stand, before the replay sends any. */
  @EventListener
  @Order(5)
  void start(ApplicationReadyEvent ready) {
    look();
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
  synchronized void look() {
    Map<String, String> found = stamps();
    for (String gone : new TreeSet<>(entries.keySet())) {
      if (!found.containsKey(gone)) {
        Optional.ofNullable(entries.remove(gone)).flatMap(Entry::serving).ifPresent(routes::remove);
        tell(gone, "connector " + gone + " was removed");
      }
    }
    found.forEach(
        (name, stamp) -> {
          @Nullable Entry known = entries.get(name);
          if (known == null || !known.stamp().equals(stamp)) {
            read(name, stamp, Optional.ofNullable(known).flatMap(Entry::serving));
          }
        });
  }

  private void read(String name, String stamp, Optional<Connector> old) {
    try {
      Connector next = Connector.read(folder.resolve(name), units);
      routes.replace(old, next);
      entries.put(name, new Entry(name, Optional.of(next), null, stamp));
      tell(name, "connector " + name + " serves");
    } catch (BadFile | UncheckedIOException wrong) {
      String problem = String.valueOf(wrong.getMessage());
      entries.put(name, new Entry(name, old, problem, stamp));
      tell(
          name,
          "connector %s is refused%s: %s"
              .formatted(name, old.isPresent() ? ", the old one goes on serving" : "", problem));
    }
  }

  private void tell(String name, String words) {
    LOG.info("{}", words);
    events.publishEvent(new LiveEvent("connector", name, Map.of("words", words)));
  }

  Collection<Entry> list() {
    return List.copyOf(entries.values());
  }

  Optional<Connector> find(String name) {
    return Optional.ofNullable(entries.get(name)).flatMap(Entry::serving);
  }

  /** The connector to which a route belongs. */
  Optional<Connector> ofRoute(@Nullable String routeId) {
    return routeId == null
        ? Optional.empty()
        : entries.values().stream()
            .flatMap(entry -> entry.serving().stream())
            .filter(it -> it.route().filter(file -> file.routeIds().contains(routeId)).isPresent())
            .findFirst();
  }

  /** Name, size and time of every file: cheap to look at, different after any edit. */
  private Map<String, String> stamps() {
    Map<String, String> stamps = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return stamps;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path one : folders.filter(Files::isDirectory).toList()) {
        StringBuilder stamp = new StringBuilder();
        try (Stream<Path> files = Files.list(one)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            stamp
                .append(file.getFileName())
                .append(Files.size(file))
                .append(Files.getLastModifiedTime(file));
          }
        }
        stamps.put(String.valueOf(one.getFileName()), stamp.toString());
      }
    } catch (IOException e) {
      LOG.warn("Cannot look at {}: {}", folder, e.getMessage());
    }
    return stamps;
  }
}
