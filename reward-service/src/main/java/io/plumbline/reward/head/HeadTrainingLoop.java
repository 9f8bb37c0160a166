package io.plumbline.reward.head;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes trainings one after the other, those first that an earlier process left behind, on a thread
 * of its own.
 */
@ApplicationScoped
class HeadTrainingLoop {
  private static final Logger LOG = Logger.getLogger(HeadTrainingLoop.class);

  private final HeadTrainingWork work;
  private final HeadTrainingRunner runner;
  private final HeadTrainingSettings settings;
  private final UUID owner = UUID.randomUUID();
  private ScheduledExecutorService thread;

  HeadTrainingLoop(
      HeadTrainingWork work, HeadTrainingRunner runner, HeadTrainingSettings settings) {
    this.work = work;
    this.runner = runner;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread worker = new Thread(task, "head-training");
              worker.setDaemon(true);
              return worker;
            });
    long poll = settings.poll().toMillis();
    thread.scheduleWithFixedDelay(this::workOff, 0, poll, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void workOff() {
    try {
      Optional<ClaimedTraining> claimed = claim();
      while (claimed.isPresent() && !Thread.currentThread().isInterrupted()) {
        runner.run(claimed.get(), owner);
        claimed = claim();
      }
    } catch (RuntimeException unreachable) {
      // The store may be away for a while; the next poll asks again.
      LOG.warnf("head trainings wait: %s", unreachable.getMessage());
    }
  }

  private Optional<ClaimedTraining> claim() {
    return work.claim(owner).await().atMost(settings.patience());
  }
}
