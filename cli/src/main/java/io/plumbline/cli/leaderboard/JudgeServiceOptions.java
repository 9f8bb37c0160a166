package io.plumbline.cli.leaderboard;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.Component;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.SuiteHome;
import io.plumbline.cli.suite.SuiteState;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which judge-service is asked. */
final class JudgeServiceOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory of the suite; default $PLUMBLINE_HOME or ~/.plumbline.")
  private Path data;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      description = "judge-service to ask instead of the suite's; without encryption.")
  private String address;

  /** A connection that the caller closes. */
  LeaderboardClient connect() {
    return LeaderboardClient.at(address == null ? ofSuite() : address);
  }

  private String ofSuite() {
    SuiteHome home = SuiteHome.choose(data, System.getenv());
    try {
      return SuiteState.read(home.state())
          .filter(SuiteState::ready)
          .filter(SuiteState::isSupervised)
          .flatMap(state -> state.component(ServiceKind.JUDGE.serviceName()))
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
