package io.plumbline.judge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judged;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.PendingVerdicts;
import io.plumbline.judge.run.store.VerdictWrites;
import io.plumbline.judge.run.store.Verdicts;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A judge with a fault that two of five comparisons meet, before it asks and after. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BrokenJudgeTest {
  private static final int COMPARISONS = 5;

  @Inject Evaluations evaluations;
  @Inject Pool pool;
  @Inject PendingVerdicts pending;
  @Inject VerdictWrites writes;
  @Inject Verdicts verdicts;

  @Test
  void failsTheComparisonAndJudgesTheOthers() {
    UUID worker = UUID.randomUUID();
    EvaluationRow run = StoredRun.create(evaluations, pool, COMPARISONS, worker, 1);

    new EvaluationRun(
            List.of(StoredRun.JUDGE),
            List.of((Judge) BrokenJudgeTest::judge),
            2,
            new RunBudget(0, 0))
        .work(pending.of(run.id), new VerdictSink(run.id, worker, writes))
        .await()
        .indefinitely();

    List<Verdict> kept =
        verdicts.page(run.id, -1, -1, 10).await().indefinitely().stream()
            .map(Verdicts::verdict)
            .toList();
    assertThat(kept.stream().map(Verdict::getState))
        .containsExactly(
            VerdictState.VERDICT_STATE_OK,
            VerdictState.VERDICT_STATE_FAILED,
            VerdictState.VERDICT_STATE_OK,
            VerdictState.VERDICT_STATE_FAILED,
            VerdictState.VERDICT_STATE_OK);
    assertThat(kept.get(1).getDetail()).isEqualTo("unexpected: broken at once");
    assertThat(kept.get(3).getDetail()).isEqualTo("unexpected: broken later");
    assertThat(kept.get(3).getComparisonId()).isEqualTo("row 3");
    assertThat(evaluations.get(run.id).await().indefinitely().attempts).isZero();
  }

  private static Uni<Judged> judge(Question question) {
    return switch (question.comparison().id()) {
      case "row 1" -> throw new IllegalStateException("broken at once");
      case "row 3" -> Uni.createFrom().failure(new IllegalStateException("broken later"));
      default ->
          Uni.createFrom()
              .item(
                  new Judged(
                      io.plumbline.judgment.verdict.Verdict.symmetric(
                          OrderVerdict.ok(Winner.FIRST, "A")),
                      0,
                      0,
                      0,
                      Duration.ZERO,
                      "stub",
                      "",
                      ""));
    };
  }
}
