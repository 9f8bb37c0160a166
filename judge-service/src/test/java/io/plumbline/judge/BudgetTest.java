package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ResumeEvaluationRequest;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million prompt tokens cost 10,000, a call has 100 of them: 1 a call, 2 a comparison. */
@QuarkusTest
class BudgetTest extends JudgeServiceTestBase {
  private static final int COMPARISONS = 200;
  private static final int CONCURRENCY = 32;

  // 5 comparisons cost the 10 that may be spent; as many more as are judged at once may be under
  // way then.
  @Test
  void stopsARunWhoseBudgetIsSpentAndGoesOnWithoutAskingTwice() throws Exception {
    int before = upstreamCalls();
    Evaluation stopped = ended(create(10));

    long done = stopped.getStatus().getProgress().getDone();
    assertThat(stopped.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(stopped.getStatus().getError().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED.value());
    assertThat(stopped.getStatus().getError().getMessage())
        .startsWith("the run's budget is spent: ")
        .endsWith(done + " of 200 verdicts are kept: raise the budget and resume the evaluation");
    assertThat(done).isBetween(5L, 5L + CONCURRENCY);
    assertThat(stopped.getCost()).isEqualTo(2.0 * done);
    assertThat(upstreamCalls() - before).isEqualTo((int) (2 * done));

    String id = stopped.getStatus().getId();
    assertThatThrownBy(() -> resume(id, 5)).hasMessageContaining("budget: must be above the");
    Evaluation resumed = ended(resume(id, 0));

    assertThat(resumed.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(resumed.getSummaries(0).getStatesMap()).isEqualTo(Map.of("OK", (long) COMPARISONS));
    assertThat(resumed.getCost()).isEqualTo(2.0 * COMPARISONS);
    assertThat(upstreamCalls() - before).isEqualTo(2 * COMPARISONS);
    assertThatThrownBy(() -> resume(id, 0))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure ->
                assertThat(failure.getStatus().getCode())
                    .isEqualTo(Status.Code.FAILED_PRECONDITION));
  }

  // The model may cost 4 altogether: two comparisons.
  @Test
  void asksAModelNothingMoreOnceItsBudgetIsSpent() {
    Verdict first = compare("first");
    compare("second");

    assertThat(first.getUsage().getCost()).isEqualTo(2);
    assertThatThrownBy(() -> compare("third"))
        .hasMessageStartingWith("RESOURCE_EXHAUSTED: the budget of chat:poor is spent: 4.0 of 4.0");
  }

  // Each request has some hundred bytes, so some ten tokens and more than the 0.01 that may be
  // spent:
  // the first order is asked for, and nothing more.
  @Test
  void countsAnEstimateWhereTheEndpointDoesNotSayWhatItUsed() throws Exception {
    int before = upstreamCalls();

    assertThatThrownBy(
            () ->
                judge()
                    .compare(
                        CompareRequest.newBuilder()
                            .setJudge(chat(Behaviour.UNMETERED).toBuilder().setModel("chat:silent"))
                            .setComparison(comparison("unmetered", "GOOD", "BAD"))
                            .build()))
        .hasMessageStartingWith("RESOURCE_EXHAUSTED: the budget of chat:silent is spent: ");
    assertThat(upstreamCalls() - before).isEqualTo(1);
  }

  private Verdict compare(String id) {
    return judge()
        .compare(
            CompareRequest.newBuilder()
                .setJudge(JudgeSpec.newBuilder().setModel("chat:poor"))
                .setComparison(comparison(id, "GOOD", "BAD"))
                .build());
  }

  private Evaluation create(double budget) {
    return evaluations()
        .createEvaluation(
            CreateEvaluationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(
                    EvaluationSpec.newBuilder()
                        .setBudget(budget)
                        .addJudges(JudgeSpec.newBuilder().setName("priced").setModel("chat:priced"))
                        .addAllComparisons(
                            IntStream.range(0, COMPARISONS)
                                .mapToObj(i -> comparison("b" + i, "GOOD", "BAD"))
                                .toList()))
                .build());
  }

  private Evaluation resume(String id, double budget) {
    return evaluations()
        .resumeEvaluation(ResumeEvaluationRequest.newBuilder().setId(id).setBudget(budget).build());
  }

  private Evaluation ended(Evaluation run) {
    String id = run.getStatus().getId();
    evaluations()
        .watchEvaluation(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(event -> {});
    return evaluations().getEvaluation(GetRunRequest.newBuilder().setId(id).build());
  }
}
