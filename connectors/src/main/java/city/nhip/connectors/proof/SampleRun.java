package city.nhip.connectors.proof;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.folder.RouteFile;
import city.nhip.engine.files.BadFile;
import city.nhip.rules.intake.RawReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Sends a connector's samples through its real routes, from the first step on, and compares what
 * comes out with what is expected.
 */
public final class SampleRun {
  /** Used where a sample does not say when it was received. */
  private static final String RECEIVED_AT = "2026-01-05T12:00:00Z";

  private SampleRun() {}

  /**
   * What became of a sample.
   *
   * @param differences lines that begin with {@code -} (expected, missing) or {@code +} (came,
   *     unexpected); none where the sample holds
   */
  public record Result(String sample, List<String> differences) {
    public boolean holds() {
      return differences.isEmpty();
    }
  }

  /**
   * @throws BadFile when the connector's folder or a sample is wrong
   */
  public static List<Result> of(Path folder, MeasureUnits units) {
    Connector connector = Connector.read(folder, units);
    List<Sample> samples = Sample.list(folder);
    List<Result> results = new ArrayList<>();
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(new Door());
      if (connector.route().isPresent()) {
        PluginHelper.getRoutesLoader(camel)
            .loadRoutes(
                ResourceHelper.fromString(
                    "route.camel.yaml", connector.route().get().fedBy("direct:sample-")));
      }
      camel.start();
      String entrance = connector.route().isPresent() ? "direct:sample-0" : RouteFile.DOOR;
      for (Sample sample : samples) {
        results.add(new Result(sample.name(), differences(connector, sample, camel, entrance)));
      }
    } catch (BadFile wrong) {
      throw wrong;
    } catch (Exception e) {
      throw new BadFile(folder, "", "the routes do not run: %s".formatted(e.getMessage()));
    }
    return results;
  }

  private static List<String> differences(
      Connector connector, Sample sample, DefaultCamelContext camel, String entrance) {
    List<byte[]> arrived = new ArrayList<>();
    Exchange exchange =
        camel
            .createProducerTemplate()
            .send(
                entrance,
                it -> {
                  it.setProperty(Door.ARRIVED, arrived);
                  it.getMessage().setBody(sample.payload());
                });
    if (exchange.getException() != null) {
      return List.of("+ the route fails: " + exchange.getException().getMessage());
    }
    Sample.Expected expected = sample.expected();
    List<String> want = new ArrayList<>();
    List<String> got = new ArrayList<>();
    for (byte[] payload : arrived) {
      Connector.Steps steps =
          connector.walk(
              payload,
              Objects.requireNonNullElse(expected.headers(), Map.of()),
              Objects.requireNonNullElse(expected.receivedAt(), RECEIVED_AT));
      if (steps.problem() == null) {
        steps.readings().forEach(reading -> got.add(line(reading)));
      } else if (expected.problem() == null || !steps.problem().en().contains(expected.problem())) {
        got.add("problem: " + steps.problem().en());
      } else {
        return List.of();
      }
    }
    if (expected.readings() != null) {
      expected.readings().forEach(reading -> want.add(line(reading)));
    } else {
      want.add("problem: ..." + expected.problem() + "...");
    }
    return compare(want, got);
  }

  private static List<String> compare(List<String> want, List<String> got) {
    List<String> lines = new ArrayList<>();
    List<String> rest = new ArrayList<>(got);
    want.stream().filter(line -> !rest.remove(line)).forEach(line -> lines.add("- " + line));
    rest.forEach(line -> lines.add("+ " + line));
    return lines;
  }

  private static String line(RawReading it) {
    return "%s %s %s %s %s"
        .formatted(it.device(), it.property(), it.observedAt(), it.value(), it.unit());
  }

  /** Where the routes hand over: keeps what arrives for the sample that is under way. */
  private static final class Door extends RouteBuilder {
    static final String ARRIVED = "NhipArrived";

    @Override
    public void configure() {
      from(RouteFile.DOOR).process(Door::keep);
      from("direct:csv-file").process(Door::keep);
    }

    @SuppressWarnings("unchecked")
    private static void keep(Exchange exchange) throws Exception {
      List<byte[]> arrived = Objects.requireNonNull(exchange.getProperty(ARRIVED, List.class));
      arrived.add(exchange.getMessage().getMandatoryBody(byte[].class));
    }
  }
}
