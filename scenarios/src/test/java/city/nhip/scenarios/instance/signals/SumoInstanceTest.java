package city.nhip.scenarios.instance.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.signals.SignalNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumoInstanceTest {
  private static final String NET =
      """
      <net>
        <edge id=":j_0" function="internal"><lane id=":j_0_0" index="0" speed="13.9" length="12"/></edge>
        <edge id=":j_1" function="internal"><lane id=":j_1_0" index="0" speed="13.9" length="12"/></edge>
        <edge id="w" from="a" to="j"><lane id="w_0" index="0" speed="13.9" length="200"/></edge>
        <edge id="n" from="b" to="j"><lane id="n_0" index="0" speed="13.9" length="200"/></edge>
        <edge id="e" from="j" to="c"><lane id="e_0" index="0" speed="13.9" length="200"/></edge>
        <tlLogic id="j" type="actuated" programID="0" offset="0">
          <phase duration="30" minDur="7" maxDur="40" state="Gr"/>
          <phase duration="4" state="yr"/>
          <phase duration="20" state="rG"/>
          <phase duration="4" state="ry"/>
        </tlLogic>
        <junction id="j" type="traffic_light" intLanes=":j_0_0 :j_1_0">
          <request index="0" response="00" foes="10" cont="0"/>
          <request index="1" response="01" foes="01" cont="0"/>
        </junction>
        <connection from="w" to="e" fromLane="0" toLane="0" via=":j_0_0" tl="j" linkIndex="0"/>
        <connection from="n" to="e" fromLane="0" toLane="0" via=":j_1_0" tl="j" linkIndex="1"/>
      </net>
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path net() throws IOException {
    return file("n.net.xml", NET);
  }

  @Test
  void reads_today_s_program_its_minima_and_its_conflicts() throws IOException {
    Path routes = file("r.rou.xml", "<routes><trip id='t' depart='5' from='w' to='e'/></routes>");

    SignalNetwork network = SumoInstance.read(net(), routes, 0, 60);

    var site = network.intersections().get(0);
    assertThat(site.today().cycle()).isEqualTo(58);
    assertThat(site.stages().get(0).minimumGreen()).isEqualTo(7);
    assertThat(site.conflicts()).hasSize(1);
    assertThat(network.trips()).hasSize(1);
  }

  @Test
  void a_flow_is_spread_over_its_time() throws IOException {
    Path routes =
        file(
            "r.rou.xml",
            "<routes><flow id='f' begin='0' end='3600' number='60' from='n' to='e'/></routes>");

    assertThat(SumoInstance.read(net(), routes, 1800, 3600).trips()).hasSize(30);
    assertThat(SumoInstance.busiestHour(routes)).isZero();
  }

  @Test
  void an_edge_that_is_not_there_is_named_with_its_line() throws IOException {
    Path routes = file("r.rou.xml", "<routes>\n<trip id='t' depart='5' from='w' to='x'/></routes>");

    assertThatThrownBy(() -> SumoInstance.read(net(), routes, 0, 60))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("edge x is not in the network");
  }

  @Test
  void a_period_without_vehicles_is_refused() throws IOException {
    Path routes = file("r.rou.xml", "<routes><trip id='t' depart='5' from='w' to='e'/></routes>");

    assertThatThrownBy(() -> SumoInstance.read(net(), routes, 100, 160))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("no vehicle departs");
  }

  @Test
  void a_network_without_a_signal_is_refused() throws IOException {
    Path bare = file("bare.net.xml", NET.replaceAll("(?s)<tlLogic.*</tlLogic>", ""));
    Path routes = file("r.rou.xml", "<routes><trip id='t' depart='5' from='w' to='e'/></routes>");

    assertThatThrownBy(() -> SumoInstance.read(bare, routes, 0, 60))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("no tlLogic");
  }

  @Test
  void a_program_of_rings_is_refused_by_name_and_line() throws IOException {
    Path rings = file("rings.net.xml", NET.replace("actuated", "NEMA"));
    Path routes = file("r.rou.xml", "<routes><trip id='t' depart='5' from='w' to='e'/></routes>");

    assertThatThrownBy(() -> SumoInstance.read(rings, routes, 0, 60))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 7")
        .hasMessageContaining("tlLogic j is a NEMA program");
  }

  @Test
  void no_vehicle_is_left_out_in_silence() throws IOException {
    Path routes =
        file(
            "r.rou.xml",
            "<routes><trip id='t' depart='5' from='w' to='e'/>\n"
                + "<trip id='u' depart='6' fromTaz='1' toTaz='2'/></routes>");

    assertThatThrownBy(() -> SumoInstance.read(net(), routes, 0, 60))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("line 2: trip u has no route and no from edge");
  }

  @Test
  void several_ways_at_choice_are_refused() throws IOException {
    Path routes =
        file(
            "r.rou.xml",
            "<routes><vehicle id='t' depart='5'><routeDistribution last='0'><route edges='w e'/>"
                + "<route edges='n e'/></routeDistribution></vehicle></routes>");

    assertThatThrownBy(() -> SumoInstance.read(net(), routes, 0, 60))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("routeDistribution");
  }

  @Test
  void times_may_be_told_as_a_clock_does() throws IOException {
    Path routes =
        file(
            "r.rou.xml",
            "<routes><trip id='t' depart='7:30:05' from='w' to='e'/>"
                + "<trip id='u' depart='1:00:00:01' from='w' to='e'/></routes>");

    assertThat(SumoInstance.read(net(), routes, 27_000, 90_000).trips())
        .extracting(SignalNetwork.Trip::departs)
        .containsExactly(27_005, 86_401);
  }

  @Test
  void a_random_period_is_a_rate() throws IOException {
    Path routes =
        file(
            "r.rou.xml",
            "<routes><flow id='f' begin='0' end='600' period='exp(0.1)' from='n' to='e'/></routes>");

    assertThat(SumoInstance.read(net(), routes, 0, 600).trips()).hasSize(60);
  }

  @Test
  void mixed_traffic_drives_as_its_types_do_on_average() throws IOException {
    String motorcycles =
        "<routes><vTypeDistribution id='mix'><vType id='c' probability='0.2'/>"
            + "<vType id='m' vClass='motorcycle' probability='0.8'/></vTypeDistribution>"
            + "<trip id='t' type='mix' depart='5' from='w' to='e'/></routes>";
    String cars = "<routes><trip id='t' depart='5' from='w' to='e'/></routes>";

    var mixed = SumoInstance.read(net(), file("m.rou.xml", motorcycles), 0, 60);
    var plain = SumoInstance.read(net(), file("c.rou.xml", cars), 0, 60);

    assertThat(mixed.links().get(0).storage()).isEqualTo(38);
    assertThat(plain.links().get(0).storage()).isEqualTo(27);
  }

  @Test
  void a_compressed_file_that_is_cut_short_is_told_as_that() throws IOException {
    Path routes = file("r.rou.xml", "<routes><trip id='t' depart='5' from='w' to='e'/></routes>");
    byte[] whole = gzip(NET);
    Path net = folder.resolve("n.net.xml.gz");

    for (int length : List.of(5, whole.length / 2, whole.length * 3 / 4)) {
      Files.write(net, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> SumoInstance.read(net, routes, 0, 60))
          .isInstanceOf(BadFile.class)
          .hasMessageContaining("n.net.xml.gz: ")
          .hasMessageContaining("cut short");
    }
    assertThat(SumoInstance.read(Files.write(net, whole), routes, 0, 60).trips()).hasSize(1);
  }

  @Test
  void demand_that_is_cut_short_is_told_as_that_and_as_damaged_where_it_is() throws IOException {
    byte[] whole = gzip("<routes><trip id='t' depart='5' from='w' to='e'/></routes>");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 15, 25, (byte) 0xff);
    Path net = net();
    Path routes = folder.resolve("r.rou.xml.gz");

    Files.write(routes, Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> SumoInstance.read(net, routes, 0, 60))
        .hasMessageContaining("r.rou.xml.gz: the compressed file is cut short");
    Files.write(routes, damaged);
    assertThatThrownBy(() -> SumoInstance.read(net, routes, 0, 60))
        .hasMessageContaining("r.rou.xml.gz: the compressed file is damaged");
  }

  @Test
  void what_is_no_xml_is_told_as_that_in_a_whole_compressed_file() throws IOException {
    Path net =
        Files.write(
            folder.resolve("n.net.xml.gz"), gzip("<net><edge id='e' function='internal'></net>"));

    assertThatThrownBy(() -> SumoInstance.read(net, net, 0, 60))
        .hasMessageContaining("n.net.xml.gz, line 1: it is no well-formed XML");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
