package io.plumbline.reward.upstream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The finding of the last probe, probed again when it is too old. Many who ask at once share one
 * probe; one that failed is none.
 */
final class ProbeGate {
  private static final Duration UNSOUND = Duration.ofSeconds(5);

  private final Probe probe;
  private final long sound;
  private CompletableFuture<Finding> last;
  private long ended;
  private String report = "not probed yet";

  ProbeGate(Probe probe, Duration interval) {
    this.probe = probe;
    this.sound = interval.toNanos();
  }

  Uni<Finding> finding() {
    // A copy, so that one caller who goes away does not end the others' probe.
    return Uni.createFrom().completionStage(() -> current().copy());
  }

  /** In words, for people. */
  synchronized String report() {
    return report;
  }

  /** The last finding, where there was one. */
  synchronized Optional<Finding> known() {
    return last == null || !last.isDone() || last.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(last.join());
  }

  private synchronized CompletableFuture<Finding> current() {
    if (last == null || last.isCompletedExceptionally() || isOld()) {
      CompletableFuture<Finding> begun = new CompletableFuture<>();
      last = begun;
      probe.run().subscribe().with(finding -> end(begun, finding), failure -> fail(begun, failure));
    }
    return last;
  }

  private boolean isOld() {
    if (!last.isDone()) {
      return false;
    }
    long holds = last.join().isSound() ? sound : UNSOUND.toNanos();
    return System.nanoTime() - ended > holds;
  }

  private void end(CompletableFuture<Finding> begun, Finding finding) {
    synchronized (this) {
      ended = System.nanoTime();
      report = finding.state().words();
    }
    begun.complete(finding);
  }

  private void fail(CompletableFuture<Finding> begun, Throwable failure) {
    synchronized (this) {
      report = failure.getMessage();
    }
    begun.completeExceptionally(failure);
  }
}
