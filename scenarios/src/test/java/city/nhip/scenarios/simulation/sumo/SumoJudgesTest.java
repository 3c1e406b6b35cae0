package city.nhip.scenarios.simulation.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.signals.Microsimulation;
import city.nhip.engine.planning.signals.SignalNetwork;
import city.nhip.engine.planning.signals.SignalPlan;
import city.nhip.engine.planning.signals.SignalSolver;
import city.nhip.engine.planning.signals.Timing;
import city.nhip.scenarios.cli.NhipCommand;
import city.nhip.scenarios.instance.signals.SumoInstance;
import city.nhip.scenarios.instance.signals.SumoLoops;
import city.nhip.scenarios.instance.signals.SumoSignalFile;
import city.nhip.scenarios.instance.signals.SumoSignalLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A generated grid of two by two signals, driven by SUMO. */
class SumoJudgesTest {
  @TempDir private Path folder;
  private Sumo sumo;
  private SumoScenario scenario;
  private SignalNetwork network;

  @BeforeEach
  void generates_a_grid_and_its_demand() throws IOException {
    assumeTrue(
        Sumo.find().isPresent() || System.getenv("CI") != null,
        "sumo is not installed: apt-get install sumo sumo-tools to run this test");
    sumo = Sumo.get();
    Path net = folder.resolve("grid.net.xml");
    sumo.run(
        folder,
        List.of(
            "netgenerate",
            "--grid",
            "--grid.number",
            "2",
            "--grid.length",
            "150",
            "--grid.attach-length",
            "150",
            "--default.lanenumber",
            "2",
            "--tls.guess",
            "--default-junction-type",
            "traffic_light",
            "--output-file",
            net.toString()));
    Path routes =
        Files.writeString(
            folder.resolve("grid.rou.xml"),
            """
            <routes>
              <flow id="we" begin="0" end="900" vehsPerHour="700" from="left0A0" to="B0right0"/>
              <flow id="ns" begin="0" end="900" vehsPerHour="250" from="top0A1" to="A0bottom0"/>
              <flow id="turn" begin="0" end="900" vehsPerHour="150" from="left1A1" to="A1top0"/>
            </routes>
            """);
    scenario = new SumoScenario("grid", net, routes, 0, 900);
    network = SumoInstance.read(net, routes, 0, 900);
  }

  private double delay(Optional<Path> programs) {
    return SumoRun.of(scenario, programs, 1).play(sumo, folder).delay();
  }

  private Path planned(boolean gapOut) throws IOException {
    SignalPlan plan =
        SignalSolver.solve(
                SignalPlan.today(network.gapOut(gapOut)),
                SolveLimits.ofEvaluations(500, 1),
                SolveControl.UNWATCHED,
                any -> new byte[0],
                Optional.of(new SumoTrial(sumo, scenario, network.gapOut(gapOut), folder)))
            .plan();
    return Files.writeString(
        folder.resolve("plan.add.xml"), SumoSignalFile.write(plan.network(), plan.timings()));
  }

  @Test
  void sumo_finds_our_plan_better_than_the_network_s_own() throws IOException {
    double own = delay(Optional.empty());

    assertThat(delay(Optional.of(planned(false)))).isLessThan(0.8 * own);
  }

  @Test
  void sumo_runs_our_plan_with_greens_that_end_early() throws IOException {
    double own = delay(Optional.empty());

    assertThat(delay(Optional.of(planned(true)))).isLessThan(0.8 * own);
  }

  @Test
  void where_no_green_ends_early_a_plan_keeps_its_offsets() throws IOException {
    List<Timing> kept =
        SignalPlan.today(network).timings().stream()
            .map(
                it ->
                    new Timing(
                        it.cycle(),
                        7,
                        it.greens().stream()
                            .map(green -> new Timing.Green(green.stage(), green.seconds(), 100))
                            .toList()))
            .toList();
    Path fixed =
        Files.writeString(folder.resolve("fixed.add.xml"), SumoSignalFile.write(network, kept));
    Path gapOut =
        Files.writeString(
            folder.resolve("gap-out.add.xml"), SumoSignalFile.write(network.gapOut(true), kept));

    assertThat(delay(Optional.of(gapOut))).isEqualTo(delay(Optional.of(fixed)));
  }

  @Test
  void two_who_yield_to_each_other_never_go_at_once() throws IOException {
    Path net = yieldingToEachOther("A0", 3, 13);
    SumoScenario there = new SumoScenario("standoff", net, scenario.routes(), 0, 900);
    SignalNetwork read = SumoInstance.read(net, scenario.routes(), 0, 900);
    Path own = Files.writeString(folder.resolve("own.xml"), SumoSignalFile.own(net, "static"));
    Path ours =
        Files.writeString(
            folder.resolve("ours.xml"),
            SumoSignalFile.write(read, SignalPlan.today(read).timings()));

    assertThatThrownBy(() -> SumoRun.of(there, Optional.of(own), 1).play(sumo, folder))
        .hasMessageContaining("conflict between link indices");
    assertThat(SumoRun.of(there, Optional.of(ours), 1).play(sumo, folder).delay()).isPositive();
  }

  /** The network with a matrix in which two left turns of one stage each yield to the other. */
  private Path yieldingToEachOther(String junction, int one, int other) throws IOException {
    String xml = Files.readString(scenario.net());
    for (int[] row : List.of(new int[] {one, other}, new int[] {other, one})) {
      Matcher response =
          Pattern.compile(
                  "(<junction id=\"%s\".*?<request index=\"%d\"\\s+response=\")([01]+)"
                      .formatted(junction, row[0]),
                  Pattern.DOTALL)
              .matcher(xml);
      assertThat(response.find()).isTrue();
      int bit = response.end(2) - 1 - row[1];
      xml = xml.substring(0, bit) + "1" + xml.substring(bit + 1);
    }
    return Files.writeString(folder.resolve("standoff.net.xml"), xml);
  }

  @Test
  void a_trial_plays_the_same_runs_for_every_plan() {
    SumoTrial trial = new SumoTrial(sumo, scenario, network, folder);
    List<Timing> today = SignalPlan.today(network).timings();

    List<Microsimulation.Run> four = trial.runs(today, 0, 4);

    assertThat(four).hasSize(4).doesNotHaveDuplicates();
    assertThat(trial.runs(today, 2, 4)).isEqualTo(four.subList(2, 4));
  }

  @Test
  void max_pressure_decides_over_traci() {
    TripTally tally =
        MaxPressure.play(
            sumo,
            SumoRun.of(scenario, Optional.empty(), 1),
            network,
            SumoSignalLane.of(scenario.net()),
            folder);

    assertThat(tally.delay()).isLessThan(delay(Optional.empty()));
    assertThat(tally.gridlocked()).isFalse();
  }

  @Test
  void plans_made_from_counts_alone_beat_the_network_s_own() {
    ClosedLoop loop =
        new ClosedLoop(
            network,
            SumoLoops.of(scenario.net(), scenario.routes(), network),
            300,
            SolveLimits.ofEvaluations(400, 1));

    assertThat(loop.play(sumo, scenario, 1, folder).delay()).isLessThan(delay(Optional.empty()));
  }

  @Test
  void greens_of_the_own_programs_end_once_nobody_comes_before_the_first_plan() {
    ClosedLoop neverPlans =
        new ClosedLoop(
            network.gapOut(true),
            SumoLoops.of(scenario.net(), scenario.routes(), network),
            2 * (scenario.end() - scenario.begin()),
            SolveLimits.ofEvaluations(1, 1));

    assertThat(neverPlans.play(sumo, scenario, 1, folder).delay())
        .isLessThan(0.6 * delay(Optional.empty()));
  }

  @Test
  void a_network_and_its_demand_are_all_that_the_command_needs() {
    assertThat(
            NhipCommand.run(
                "simulate",
                "--net=" + scenario.net(),
                "--routes=" + scenario.routes(),
                "--end=900",
                "--evaluations=100"))
        .isZero();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void several_seeds_are_played_one_by_one_and_summed_up(CapturedOutput said) {
    assertThat(
            NhipCommand.run(
                "simulate",
                "--net=" + scenario.net(),
                "--routes=" + scenario.routes(),
                "--end=300",
                "--replan=0",
                "--seed=7",
                "--seeds=2",
                "--evaluations=50"))
        .isZero();

    assertThat(said.getOut().lines().filter(line -> line.matches("seed [78] .* arrived")))
        .hasSize(4);
    assertThat(said.getOut())
        .containsPattern(
            "own program +mean [\\d.]+, median [\\d.]+, worst [\\d.]+ s/veh; 1\\.00 of")
        .containsPattern("plan of the period +mean .* 0 of 2 gridlocked");
    assertThat(said.getErr()).contains("under 600 s nothing tells whether traffic gridlocks");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void what_sumo_refuses_costs_its_own_scenario_and_is_told(CapturedOutput said)
      throws IOException {
    Path good = Files.createDirectories(folder.resolve("data/good"));
    Path bad = Files.createDirectories(folder.resolve("data/bad"));
    for (Path to : List.of(good, bad)) {
      Files.copy(scenario.net(), to.resolve(to.getFileName() + ".net.xml"));
    }
    String routes = Files.readString(scenario.routes());
    Files.writeString(good.resolve("good.rou.xml"), routes);
    Path refused =
        Files.writeString(
            bad.resolve("bad.rou.xml"),
            routes.replace("<routes>", "<routes><vType id='car' laneChangeModel='none'/>"));
    Path work = Path.of("").toAbsolutePath().relativize(folder.resolve("work"));

    int bench =
        NhipCommand.run(
            "bench",
            "signals",
            "--data=" + folder.resolve("data"),
            "--scenarios=bad,good",
            "--seconds=1",
            "--seeds=1",
            "--ours-only",
            "--work=" + work);
    int plan =
        NhipCommand.run(
            "plan",
            "signals",
            "--net=" + scenario.net(),
            "--routes=" + refused,
            "--begin=0",
            "--end=900",
            "--evaluations=50",
            "--out=" + folder.resolve("plan.xml"));

    assertThat(bench).isNotZero();
    assertThat(said.getOut()).contains("| | good |").contains("| our plan |");
    assertThat(plan).isNotZero();
    assertThat(said.getErr())
        .contains("nhip: bad: ")
        .contains("--model-only")
        .doesNotContain("\tat ");
  }

  @Test
  void loops_count_who_enters_a_street_that_others_turn_round_into() {
    SumoLoops loops = SumoLoops.of(scenario.net(), scenario.routes(), network);
    List<String> entries = List.of("left0A0", "top0A1", "left1A1");

    for (int link = 0; link < network.links().size(); link++) {
      String id = network.links().get(link).id();
      if (entries.contains(id)) {
        assertThat(loops.ofEntry().get(link)).as(id).hasSize(2);
      } else if (id.equals("A0B0") || id.equals("A0left0")) {
        assertThat(loops.ofEntry().get(link)).as(id).isEmpty();
      }
    }
  }

  @Test
  void a_city_that_serves_closes_the_loop_through_its_own_doors() {
    CityLoop loop =
        new CityLoop(network, SumoLoops.of(scenario.net(), scenario.routes(), network), 30);

    CityLoop.Played played = loop.play(sumo, scenario, 1, folder);

    assertThat(played.readings()).isPositive();
    assertThat(played.plans()).isPositive();
    assertThat(played.tally().delay()).isLessThan(delay(Optional.empty()));
  }
}
