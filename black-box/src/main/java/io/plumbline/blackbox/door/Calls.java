package io.plumbline.blackbox.door;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What of one service was answered well: a gRPC call with a message or without an error, a REST
 * request with a status of 200 to 299.
 */
public final class Calls {
  private final Set<String> grpc = new ConcurrentSkipListSet<>();
  private final Set<String> rest = new ConcurrentSkipListSet<>();

  public void answered(String fullMethodName) {
    grpc.add(fullMethodName);
  }

  public void answered(String method, String path, int status) {
    if (status >= 200 && status < 300) {
      rest.add(method + " " + path);
    }
  }

  /** Full names of gRPC methods: PACKAGE.SERVICE/METHOD. */
  public Set<String> grpc() {
    return new TreeSet<>(grpc);
  }

  /** {@code METHOD /path}, without queries. */
  public Set<String> rest() {
    return new TreeSet<>(rest);
  }
}
