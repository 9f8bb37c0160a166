package io.plumbline.cli.suite;

import io.grpc.ManagedChannel;
import io.plumbline.cli.client.ServiceChannels;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which service a command asks: the running suite's, or one at an address. */
public final class ServiceOptions {
  @Mixin private HomeOptions home;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      description = "gRPC address of the service instead of the suite's; without encryption.")
  private String address;

  /**
   * A connection that the caller closes.
   *
   * @throws UsageException when no address is given and no suite runs
   */
  public ManagedChannel connect(ServiceKind kind) {
    return ServiceChannels.plaintext(address == null ? ofSuite(kind) : address);
  }

  private String ofSuite(ServiceKind kind) {
    SuiteHome suite = home.home();
    try {
      return SuiteState.read(suite.state())
          .filter(SuiteState::ready)
          .filter(SuiteState::isSupervised)
          .flatMap(state -> state.component(kind.serviceName()))
          .map(Component::address)
          .orElseThrow(
              () ->
                  new UsageException(
                      "no suite runs in "
                          + suite.directory()
                          + "; start it with `plumbline up`, or name a service with --address"));
    } catch (IOException broken) {
      throw new CommandFailedException(
          suite.state() + " cannot be read: " + broken.getMessage(), broken);
    }
  }
}
