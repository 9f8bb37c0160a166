package io.plumbline.postgres.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that does not outlive the process that started it, not even when that one is killed.
 *
 * <p>A small shell beside the program holds the other end of a pipe from the owner; when the pipe
 * closes, because the owner closed it or ended in whatever way, the shell stops the program.
 */
public final class OwnedProcess implements AutoCloseable {
  // $1: the signal that ends the program in good order; $2: seconds it may take; then the command.
  private static final String WATCHDOG =
      """
      signal=$1; patience=$2; shift 2
      program=$$
      exec 3<&0
      (
        (
          cat <&3
          kill -s "$signal" "$program" || exit 0
          turns=$((patience * 5))
          while kill -s 0 "$program"; do
            [ "$turns" -gt 0 ] || { kill -s KILL "$program"; exit 0; }
            turns=$((turns - 1))
            sleep 0.2
          done
        ) >/dev/null 2>&1 &
      )
      exec 3<&-
      exec "$@" </dev/null
      """;

  private final Process process;
  private final Duration patience;

  private OwnedProcess(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
    // The watchdog must not signal a process id that may soon belong to somebody else.
    process.onExit().thenRun(this::release);
  }

  /**
   * Starts a program in a session of its own, so that a Ctrl-C in the terminal reaches the owner
   * only.
   *
   * @param command the program and its arguments
   * @param environment variables set in addition to the owner's
   * @param directory where the program runs
   * @param log where its output is appended
   * @param signal the name of the signal that ends it in good order, for example {@code TERM}
   * @param patience how long it may take to end before it is killed; whole seconds
   * @throws IOException when it cannot be started
   */
  public static OwnedProcess start(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      Path log,
      String signal,
      Duration patience)
      throws IOException {
    requireNonNull(signal, "signal is null");
    List<String> watched = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      watched.add("/usr/bin/setsid");
    }
    watched.addAll(
        List.of("sh", "-c", WATCHDOG, "watchdog", signal, Long.toString(patience.toSeconds())));
    watched.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(watched)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new OwnedProcess(builder.start(), patience);
  }

  /** The program's own process id. */
  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code; empty while the program runs. */
  public OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** Completes when the program has ended. */
  public CompletableFuture<OwnedProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Ends the program as the watchdog would, and waits until it is gone. */
  @Override
  public void close() {
    release();
    try {
      if (!process.waitFor(patience.toSeconds() + 5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is gone already, which is all that was wanted.
    }
  }
}
