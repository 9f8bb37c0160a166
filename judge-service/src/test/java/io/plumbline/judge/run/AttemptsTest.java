package io.plumbline.judge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.Leases;
import io.plumbline.judge.run.store.RunStateName;
import io.plumbline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that end every process that works on them, or cannot be worked on. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AttemptsTest {
  private static final int ATTEMPTS = 5;

  @Inject Evaluations evaluations;
  @Inject EvaluationRuns runs;
  @Inject Leases leases;
  @Inject Runner runner;
  @Inject Pool pool;

  // The lease of the fifth process, which ended as the four before it, has run out.
  @Test
  void givesUpARunThatEndedFiveProcessesWithoutAVerdict() {
    EvaluationRow run = StoredRun.create(evaluations, pool, 3, UUID.randomUUID(), ATTEMPTS);
    update("update evaluation set lease_until = null where id = $1", run.id);

    runner.wake();

    assertThat(messages(run.id))
        .last()
        .isEqualTo(
            "given up after 5 attempts in a row without a verdict: the process that worked on it"
                + " ended each time; 0 of 3 verdicts are kept: see the service's log, then create"
                + " the evaluation again");
    assertThat(evaluations.get(run.id).await().indefinitely().state).isEqualTo(RunStateName.FAILED);
  }

  @Test
  void saysWhyWorkBrokeOffAndGivesUpWithTheReason() {
    EvaluationRow run = StoredRun.create(evaluations, pool, 3, UUID.randomUUID(), ATTEMPTS - 1);
    update("update evaluation_judge set payload = '\\x08' where evaluation_id = $1", run.id);
    update("update evaluation set lease_until = null where id = $1", run.id);

    runner.wake();

    assertThat(messages(run.id))
        .last()
        .asString()
        .startsWith("given up after 5 attempts in a row without a verdict: stored judge ")
        .contains(" cannot be read; 0 of 3 verdicts are kept");
  }

  @Test
  void countsNoStopInGoodOrder() {
    UUID worker = UUID.randomUUID();
    EvaluationRow run = StoredRun.create(evaluations, pool, 3, worker, 1);

    leases.release(worker).await().indefinitely();

    assertThat(evaluations.get(run.id).await().indefinitely().attempts).isZero();
    runs.cancel(run.id).await().indefinitely();
  }

  // Until the run has ended.
  private List<String> messages(UUID id) {
    return runs.watch(id, 0).collect().asList().await().indefinitely().stream()
        .map(RunEvent::getMessage)
        .filter(message -> !message.isEmpty())
        .toList();
  }

  private void update(String statement, UUID run) {
    pool.preparedQuery(statement).execute(Tuple.of(run)).await().indefinitely();
  }
}
