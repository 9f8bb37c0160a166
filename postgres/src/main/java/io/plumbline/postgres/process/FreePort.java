package io.plumbline.postgres.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports on the loopback address that nobody listens on. */
public final class FreePort {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private FreePort() {}

  /** A port that was free a moment ago. */
  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  /**
   * The wanted port, or any free one when it is 0.
   *
   * @param what who wants it, for the message
   * @throws IOException naming the port when somebody listens on it
   */
  public static int require(int port, String what) throws IOException {
    if (port == 0) {
      return any();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port), 1);
      return port;
    } catch (IOException e) {
      throw new IOException(
          "port %d for %s is taken; stop what listens there or choose another port"
              .formatted(port, what),
          e);
    }
  }
}
