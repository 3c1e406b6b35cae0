package city.nhip.scenarios.simulation.sumo;

import city.nhip.scenarios.server.FreePort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of SUMO's Traffic Control Interface that signal control needs: step, read what stands on
 * lanes and passes loops, show a state. One message asks for many values at once.
 *
 * <p>For one thread. Format: https://sumo.dlr.de/docs/TraCI/Protocol.html
 */
final class Traci implements AutoCloseable {
  private static final int SIMULATION_STEP = 0x02;
  private static final int CLOSE = 0x7f;
  private static final int GET_LOOP = 0xa0;
  private static final int GET_LANE = 0xa3;
  private static final int SET_SIGNAL = 0xc2;
  private static final int VEHICLE_COUNT = 0x10;
  private static final int VEHICLE_IDS = 0x12;
  private static final int HALTING_COUNT = 0x14;
  private static final int STATE = 0x20;
  private static final int TYPE_INTEGER = 0x09;
  private static final int TYPE_STRING = 0x0c;
  private static final int TYPE_STRINGS = 0x0e;
  private static final int TRIES = 200;
  private static final int MILLIS_BETWEEN_TRIES = 25;

  private final Process process;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final DataOutputStream commands = new DataOutputStream(message);

  private Traci(Process process, Socket socket) throws IOException {
    this.process = process;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Starts SUMO with a port of its own on this machine and connects to it. */
  static Traci open(Sumo sumo, Path folder, List<String> command) {
    try {
      int port = FreePort.find();
      List<String> whole = new ArrayList<>(command);
      whole.addAll(List.of("--remote-port", Integer.toString(port)));
      Process process = sumo.start(folder, whole, folder.resolve("traci-" + port + ".log"));
      return new Traci(process, connect(process, port));
    } catch (IOException e) {
      throw new SumoFailed("SUMO cannot be controlled: " + e.getMessage(), e);
    }
  }

  private static Socket connect(Process process, int port) throws IOException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException e) {
        pause();
      }
    }
    process.destroyForcibly();
    throw new SumoFailed("SUMO opened no TraCI port. Check the network and the demand with sumo.");
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SumoFailed("Connecting to SUMO was interrupted.", e);
    }
  }

  /** Simulates one step. */
  void step() {
    talk(
        () -> {
          begin(1 + 1 + 8);
          commands.writeByte(SIMULATION_STEP);
          commands.writeDouble(0);
          send();
          status(SIMULATION_STEP);
          in.readInt(); // subscriptions: there are none
          return "";
        });
  }

  /** Standing vehicles on each of the lanes. */
  List<Integer> halting(List<String> lanes) {
    return read(GET_LANE, HALTING_COUNT, lanes, this::integer);
  }

  /** Vehicles on each of the lanes. */
  List<Integer> vehicles(List<String> lanes) {
    return read(GET_LANE, VEHICLE_COUNT, lanes, this::integer);
  }

  /** Who stood or passed over each of the loops in the last step. */
  List<List<String>> over(List<String> loops) {
    return read(GET_LOOP, VEHICLE_IDS, loops, this::strings);
  }

  /** Shows a state from the next step on, until another one is given. */
  void show(String signal, String state) {
    talk(
        () -> {
          begin(1 + 1 + 1 + size(signal) + 1 + size(state));
          commands.writeByte(SET_SIGNAL);
          commands.writeByte(STATE);
          string(signal);
          commands.writeByte(TYPE_STRING);
          string(state);
          send();
          status(SET_SIGNAL);
          return "";
        });
  }

  private <T> List<T> read(int command, int variable, List<String> objects, Value<T> value) {
    if (objects.isEmpty()) {
      return List.of();
    }
    return talk(
        () -> {
          for (String object : objects) {
            begin(1 + 1 + 1 + size(object));
            commands.writeByte(command);
            commands.writeByte(variable);
            string(object);
          }
          send();
          List<T> values = new ArrayList<>(objects.size());
          for (int i = 0; i < objects.size(); i++) {
            status(command);
            length();
            in.readUnsignedByte(); // the answer's command
            in.readUnsignedByte(); // the variable
            text();
            values.add(value.read(in.readUnsignedByte()));
          }
          return values;
        });
  }

  private interface Value<T> {
    T read(int type) throws IOException;
  }

  private interface Talk<T> {
    T talk() throws IOException;
  }

  private <T> T talk(Talk<T> talk) {
    try {
      return talk.talk();
    } catch (IOException e) {
      throw new SumoFailed("SUMO closed the line. Run the case with sumo to see why.", e);
    }
  }

  private int integer(int type) throws IOException {
    expect(type, TYPE_INTEGER);
    return in.readInt();
  }

  private List<String> strings(int type) throws IOException {
    expect(type, TYPE_STRINGS);
    int count = in.readInt();
    List<String> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(text());
    }
    return all;
  }

  private static void expect(int type, int wanted) {
    if (type != wanted) {
      throw new SumoFailed("SUMO answered with type %d, not %d.".formatted(type, wanted));
    }
  }

  private void begin(int size) throws IOException {
    if (size <= 255) {
      commands.writeByte(size);
    } else {
      commands.writeByte(0);
      commands.writeInt(size + 4);
    }
  }

  private static int size(String text) {
    return 4 + text.getBytes(StandardCharsets.UTF_8).length;
  }

  private void string(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    commands.writeInt(bytes.length);
    commands.write(bytes);
  }

  private void send() throws IOException {
    ByteArrayOutputStream framed = new ByteArrayOutputStream(message.size() + 4);
    new DataOutputStream(framed).writeInt(message.size() + 4);
    message.writeTo(framed);
    message.reset();
    out.write(framed.toByteArray());
    out.flush();
    in.readInt(); // the answer's length
  }

  private void status(int command) throws IOException {
    length();
    int answered = in.readUnsignedByte();
    int result = in.readUnsignedByte();
    String said = text();
    if (result != 0 || answered != command) {
      throw new SumoFailed("SUMO refused command 0x%x: %s".formatted(command, said));
    }
  }

  private void length() throws IOException {
    if (in.readUnsignedByte() == 0) {
      in.readInt();
    }
  }

  private String text() throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Ends the simulation and waits until SUMO has written its files. */
  @Override
  public void close() {
    try (socket) {
      begin(1 + 1);
      commands.writeByte(CLOSE);
      send();
      process.waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException("SUMO did not end as asked.", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
