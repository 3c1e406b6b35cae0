package city.nhip.connectors.proof;

import city.nhip.connectors.codec.MeasureUnits;
import city.nhip.connectors.folder.Connector;
import city.nhip.connectors.folder.RouteFile;
import city.nhip.engine.files.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a connector's folder: what is wrong, and what an integrator would regret. */
public final class ConnectorLook {
  private ConnectorLook() {}

  /**
   * @return one line a finding; none where all is well
   */
  public static List<String> at(Path folder, MeasureUnits units) {
    List<String> findings = new ArrayList<>();
    Connector connector;
    List<Sample> samples;
    try {
      connector = Connector.read(folder, units);
      samples = Sample.list(folder);
    } catch (BadFile wrong) {
      return List.of(String.valueOf(wrong.getMessage()));
    }
    if (samples.isEmpty()) {
      findings.add(folder + ": there is no sample. Put a payload and what it becomes in samples/.");
    } else if (samples.stream().noneMatch(it -> it.expected().readings() != null)) {
      findings.add(folder + ": no sample becomes a reading. Add a good one.");
    }
    Optional<String> route = connector.route().map(RouteFile::text);
    if (route.filter(it -> it.contains("kafka:")).isPresent()) {
      need(
          findings,
          folder,
          route.get(),
          "autoCommitEnable: false",
          "offsets move on before the commit");
      need(findings, folder, route.get(), "allowManualCommit: true", "offsets never move on");
      need(findings, folder, route.get(), "breakOnFirstError: true", "a failed record is skipped");
    }
    return findings;
  }

  private static void need(
      List<String> findings, Path folder, String route, String setting, String otherwise) {
    if (!route.contains(setting)) {
      findings.add(
          "%s: without '%s' %s. Add it."
              .formatted(folder.resolve("route.camel.yaml"), setting, otherwise));
    }
  }
}
