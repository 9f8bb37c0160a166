package io.plumbline.cli.suite;

import io.plumbline.cli.client.ServiceChannels;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.output.StatusLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A suite to work with: the one that runs already, or a private one that ends with the session. */
public final class SuiteSession implements AutoCloseable {
  private final Suite own;
  private final SuiteState state;

  private SuiteSession(Suite own, SuiteState state) {
    this.own = own;
    this.state = state;
  }

  /**
   * Uses the suite that {@code plumbline up} started, or else starts a private one.
   *
   * @param privateHome directory of the private one
   */
  public static SuiteSession open(Path privateHome) throws IOException, InterruptedException {
    SuiteHome home = SuiteHome.choose(null, System.getenv());
    Optional<SuiteState> running =
        SuiteState.read(home.state()).filter(SuiteState::ready).filter(SuiteState::isSupervised);
    if (running.isPresent()) {
      return new SuiteSession(null, running.get());
    }
    try (StatusLine line = StatusLine.onStandardError()) {
      Suite own =
          Suite.startPrivate(
              new SuiteHome(privateHome),
              Path.of(System.getProperty("plumbline.root")),
              line::show);
      return new SuiteSession(own, own.state());
    }
  }

  /** Connects to the services. */
  public ServiceChannels connect() {
    ServiceChannels channels =
        ServiceChannels.plaintext(
            address(ServiceKind.JUDGE), address(ServiceKind.REWARD), address(ServiceKind.TRAINER));
    if (own != null) {
      // Nothing will answer any more; whoever waits must hear of it.
      own.firstExit().thenRun(channels::close);
    }
    return channels;
  }

  /**
   * Does some work; when it fails because a program of the private suite has ended, says that
   * instead.
   */
  public <T> T guard(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (RuntimeException e) {
      if (own != null && own.isClosed()) {
        throw new CommandFailedException("stopped before the end", e);
      }
      Optional<CommandFailedException> reason = own == null ? Optional.empty() : own.failure();
      if (reason.isPresent()) {
        reason.get().addSuppressed(e);
        throw reason.get();
      }
      throw e;
    }
  }

  /** Whether the suite ends with this session, and all work in it. */
  public boolean isPrivate() {
    return own != null;
  }

  private String address(ServiceKind kind) {
    return state
        .component(kind.serviceName())
        .orElseThrow(
            () -> new CommandFailedException("%s does not run".formatted(kind.serviceName())))
        .address();
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
