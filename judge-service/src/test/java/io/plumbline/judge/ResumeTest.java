package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.run.Runner;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.Leases;
import io.plumbline.judge.run.store.NewVerdict;
import io.plumbline.judge.run.store.VerdictWrites;
import io.plumbline.judge.stub.Behaviour;
import io.plumbline.judgment.summary.ClusteredVerdict;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a process leaves behind when it dies: a run half judged, with nobody to work on it. */
@QuarkusTest
class ResumeTest extends JudgeServiceTestBase {
  private static final int COMPARISONS = 30;
  private static final int JUDGED = 12;

  @Inject Evaluations evaluations;
  @Inject Leases leases;
  @Inject VerdictWrites verdicts;
  @Inject Runner runner;

  // 18 comparisons are left, two calls each.
  @Test
  void judgesOnlyWhatAnotherWorkerLeft() throws Exception {
    UUID dead = UUID.randomUUID();
    EvaluationRow run = halfJudged(dead);
    int before = upstreamCalls();
    leases.release(dead).await().indefinitely();

    runner.wake();
    List<RunEvent> events = new ArrayList<>();
    evaluations()
        .watchEvaluation(WatchRunRequest.newBuilder().setId(run.id.toString()).build())
        .forEachRemaining(events::add);

    assertThat(upstreamCalls() - before).isEqualTo(2 * (COMPARISONS - JUDGED));
    assertThat(events.stream().map(RunEvent::getMessage)).contains("resumed at 12 of 30 verdicts");
    assertThat(evaluations.get(run.id).await().indefinitely().done).isEqualTo(COMPARISONS);
  }

  @Test
  void takesNoVerdictsFromAWorkerThatLostTheRun() {
    UUID dead = UUID.randomUUID();
    EvaluationRow run = halfJudged(dead);

    boolean kept =
        verdicts
            .save(run.id, UUID.randomUUID(), List.of(verdict(COMPARISONS - 1)))
            .await()
            .indefinitely();

    assertThat(kept).isFalse();
    assertThat(evaluations.get(run.id).await().indefinitely().done).isEqualTo(JUDGED);
    leases.release(dead).await().indefinitely();
  }

  // The run is created behind the doors, so that nobody wakes the runner, and claimed at once.
  private EvaluationRow halfJudged(UUID worker) {
    EvaluationSpec spec =
        EvaluationSpec.newBuilder()
            .addJudges(chat(Behaviour.PLAIN))
            .addAllComparisons(
                IntStream.range(0, COMPARISONS)
                    .mapToObj(i -> comparison("resumed " + i, "GOOD", "BAD"))
                    .toList())
            .build();
    CreateEvaluationRequest request =
        CreateEvaluationRequest.newBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .setSpec(spec)
            .build();
    List<Comparison> comparisons =
        spec.getComparisonsList().stream()
            .map(message -> ComparisonMapping.comparison(message, "comparison"))
            .toList();
    EvaluationRow run =
        evaluations.create(request.getRequestId(), spec, comparisons).await().indefinitely();
    EvaluationRow claimed = leases.claim(worker).await().indefinitely();
    assertThat(claimed.id).isEqualTo(run.id);
    verdicts
        .save(run.id, worker, IntStream.range(0, JUDGED).mapToObj(ResumeTest::verdict).toList())
        .await()
        .indefinitely();
    return run;
  }

  private static NewVerdict verdict(int position) {
    return new NewVerdict(
        0,
        position,
        ClusteredVerdict.of(
            "cluster",
            io.plumbline.judgment.verdict.Verdict.symmetric(OrderVerdict.ok(Winner.FIRST, "A"))),
        Verdict.newBuilder().setComparisonId("resumed " + position).build());
  }
}
