package io.plumbline.blackbox.door;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What was called of one service. */
public final class Calls {
  private final Set<String> grpc = new ConcurrentSkipListSet<>();
  private final Set<String> rest = new ConcurrentSkipListSet<>();

  void grpc(String fullMethodName) {
    grpc.add(fullMethodName);
  }

  void rest(String method, String path) {
    rest.add(method + " " + path);
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
