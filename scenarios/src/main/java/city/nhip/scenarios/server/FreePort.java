package city.nhip.scenarios.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port for a server that starts later, and again after it was killed. */
public final class FreePort {
  /** Below those that a machine lends to its outgoing connections, which may be taken any time. */
  private static final int FIRST = 20_000;

  private static final int PORTS = 10_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % PORTS));

  private FreePort() {}

  /** Another one at every call, 20,000 to 29,999. */
  public static int find() {
    for (int i = 0; i < PORTS; i++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), PORTS);
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IllegalStateException("No port from 20,000 to 29,999 is free.");
  }
}
