package city.nhip.connectors.inbound;

import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.folder.RouteFile;
import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts connectors' routes into the running Camel context and takes them out. New routes are first
 * built in a context of their own that is never started: what does not build there changes nothing
 * here.
 */
@Component
class ConnectorRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorRoutes.class);

  private final CamelContext camel;

  ConnectorRoutes(CamelContext camel) {
    this.camel = camel;
  }

  /**
   * @throws BadFile when the new routes cannot run; the old ones then do
   */
  void replace(Optional<Connector> old, Connector next) {
    Optional<String> before = old.flatMap(Connector::route).map(RouteFile::text);
    Optional<String> after = next.route().map(RouteFile::text);
    if (before.equals(after)) {
      return;
    }
    Path file = next.folder().resolve("route.camel.yaml");
    after.ifPresent(text -> rehearse(file, text));
    old.ifPresent(this::remove);
    try {
      if (after.isPresent()) {
        load(camel, file, after.get());
      }
    } catch (Exception e) {
      remove(next);
      old.ifPresent(it -> restore(it));
      throw new BadFile(file, "", "the routes do not start: " + reason(e) + ". Correct the file.");
    }
  }

  void remove(Connector connector) {
    connector.route().stream().flatMap(file -> file.routeIds().stream()).forEach(this::remove);
  }

  /** A route ends after the messages that it has taken. */
  private void remove(String routeId) {
    try {
      camel.getRouteController().stopRoute(routeId);
      camel.removeRoute(routeId);
    } catch (Exception e) {
      LOG.warn("Route {} could not be removed: {}", routeId, reason(e));
    }
  }

  /** {@code Started}, or what a route is instead. */
  String status(Connector connector) {
    return connector.route().stream()
        .flatMap(file -> file.routeIds().stream())
        .map(this::status)
        .filter(status -> !status.equals(ServiceStatus.Started.name()))
        .findFirst()
        .orElse(ServiceStatus.Started.name());
  }

  /** A route is missing for a moment while another takes its place. */
  private String status(String routeId) {
    ServiceStatus status = camel.getRouteController().getRouteStatus(routeId);
    return status == null ? "Missing" : status.name();
  }

  private void restore(Connector old) {
    try {
      load(camel, old.folder().resolve("route.camel.yaml"), old.route().orElseThrow().text());
    } catch (Exception e) {
      LOG.error("The old routes of {} could not be restored: {}", old.name(), reason(e));
    }
  }

  private void rehearse(Path file, String text) {
    try (DefaultCamelContext stage = new DefaultCamelContext()) {
      stage.setAutoStartup(false);
      stage.getPropertiesComponent().addPropertiesSource(new Outer(camel));
      load(stage, file, text);
      stage.start();
    } catch (Exception e) {
      throw new BadFile(file, "", "the routes do not build: " + reason(e) + ". Correct the file.");
    }
  }

  private static void load(CamelContext context, Path file, String text) throws Exception {
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(ResourceHelper.fromString(String.valueOf(file.getFileName()), text));
  }

  /** The rehearsal knows what the running context knows. */
  private record Outer(CamelContext context) implements PropertiesSource {
    @Override
    public String getName() {
      return "outer";
    }

    @Override
    public @Nullable String getProperty(String name) {
      return context.getPropertiesComponent().resolveProperty(name).orElse(null);
    }
  }

  private static String reason(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }
}
