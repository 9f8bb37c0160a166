package io.plumbline.cli.reward;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.Component;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.SuiteHome;
import io.plumbline.cli.suite.SuiteState;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which reward-service is asked. */
final class ServiceOptions {
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory of the suite; default $PLUMBLINE_HOME or ~/.plumbline.")
  private Path data;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      description = "reward-service to ask instead of the suite's; without encryption.")
  private String address;

  /** A channel that the caller closes. */
  ManagedChannel connect() {
    return NettyChannelBuilder.forTarget(address == null ? ofSuite() : address)
        .usePlaintext()
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .build();
  }

  private String ofSuite() {
    SuiteHome home = SuiteHome.choose(data, System.getenv());
    try {
      return SuiteState.read(home.state())
          .filter(SuiteState::ready)
          .filter(SuiteState::isSupervised)
          .flatMap(state -> state.component(ServiceKind.REWARD.serviceName()))
          .map(Component::address)
          .orElseThrow(
              () ->
                  new UsageException(
                      "no suite runs in "
                          + home.directory()
                          + "; start it with `plumbline up`, or name a service with --address"));
    } catch (IOException broken) {
      throw new CommandFailedException(
          home.state() + " cannot be read: " + broken.getMessage(), broken);
    }
  }
}
