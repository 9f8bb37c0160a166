package io.plumbline.judge.model.cache;

import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.service.period.Periodic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Deletes answers that are older than the settings allow, when the service starts and then on. */
@ApplicationScoped
class AnswerSweep {
  private static final Logger LOG = Logger.getLogger(AnswerSweep.class);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 10_000;

  private final AnswerRows rows;
  private final Duration age;
  private Cancellable sweeps = () -> {};

  AnswerSweep(AnswerRows rows, JudgeSettings settings) {
    this.rows = rows;
    this.age = settings.answerCache().age();
  }

  void start(@Observes StartupEvent event) {
    sweeps =
        Periodic.every(
            INTERVAL,
            () ->
                sweep()
                    .onFailure()
                    .invoke(
                        failure ->
                            LOG.warnf("old answers are not deleted: %s", failure.getMessage()))
                    .onFailure()
                    .recoverWithNull(),
            failure -> LOG.error("the sweep stopped", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    sweeps.cancel();
  }

  /** Deletes all that is too old, some thousands at a time. */
  Uni<Void> sweep() {
    return rows.deleteBefore(OffsetDateTime.now(ZoneOffset.UTC).minus(age), BATCH)
        .chain(deleted -> deleted < BATCH ? Uni.createFrom().voidItem() : sweep());
  }
}
