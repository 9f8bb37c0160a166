package io.plumbline.cli.suite;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.postgres.process.FreePort;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The ports of a suite on 127.0.0.1.
 *
 * @param postgres of PostgreSQL
 * @param grpc of the services' gRPC doors
 * @param rest of the services' REST doors
 */
record Ports(int postgres, Map<ServiceKind, Integer> grpc, Map<ServiceKind, Integer> rest) {
  Ports {
    requireNonNull(grpc, "grpc is null");
    requireNonNull(rest, "rest is null");
  }

  /**
   * Takes the given ports where they are not 0, and free ones elsewhere.
   *
   * @throws UsageException naming a port that is taken or given twice
   */
  static Ports choose(PortOptions options) throws IOException {
    PortPicker picker = new PortPicker();
    int postgres = picker.pick(options.postgres, "PostgreSQL");
    Map<ServiceKind, Integer> grpc = new EnumMap<>(ServiceKind.class);
    Map<ServiceKind, Integer> rest = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      grpc.put(kind, picker.pick(options.grpc(kind), kind.serviceName() + " (gRPC)"));
      rest.put(kind, picker.pick(options.rest(kind), kind.serviceName() + " (REST)"));
    }
    return new Ports(postgres, grpc, rest);
  }

  private static final class PortPicker {
    private final Map<Integer, String> given = new HashMap<>();

    int pick(int wanted, String what) throws IOException {
      int port;
      try {
        do {
          port = FreePort.require(wanted, what);
        } while (wanted == 0 && given.containsKey(port));
      } catch (IOException e) {
        throw new UsageException(e.getMessage(), e);
      }
      String other = given.put(port, what);
      if (other != null) {
        throw new UsageException(
            "port %d was given to both %s and %s; choose another".formatted(port, other, what));
      }
      return port;
    }
  }
}
