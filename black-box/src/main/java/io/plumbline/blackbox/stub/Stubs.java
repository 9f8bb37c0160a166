package io.plumbline.blackbox.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The stubs of a run, on the ports that the services under test were told: system properties {@code
 * plumbline.stub.models} and {@code plumbline.stub.kubernetes}; {@code plumbline.stub.host} is this
 * machine's address where the services are on another one, by default they are on this.
 */
public final class Stubs implements AutoCloseable {
  private static KubernetesApi kubernetes;

  private final Optional<ModelEndpoint> models;

  private Stubs(Optional<ModelEndpoint> models) {
    this.models = models;
  }

  public static Stubs start() throws IOException {
    int models = Integer.getInteger("plumbline.stub.models", 0);
    int api = Integer.getInteger("plumbline.stub.kubernetes", 0);
    kubernetes = api == 0 ? null : new KubernetesApi(address(api));
    return new Stubs(
        models == 0 ? Optional.empty() : Optional.of(new ModelEndpoint(address(models))));
  }

  static InetSocketAddress address(int port) {
    String host = System.getProperty("plumbline.stub.host", "");
    return host.isEmpty()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
        : new InetSocketAddress(host, port);
  }

  public static KubernetesApi kubernetes() {
    if (kubernetes == null) {
      throw new IllegalStateException("-Dplumbline.stub.kubernetes is not set");
    }
    return kubernetes;
  }

  @Override
  public void close() {
    models.ifPresent(ModelEndpoint::close);
    if (kubernetes != null) {
      kubernetes.close();
    }
  }
}
