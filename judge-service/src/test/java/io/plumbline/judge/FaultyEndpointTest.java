package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FaultyEndpointTest extends JudgeServiceTestBase {
  private static final int COMPARISONS = 10_000;

  // Two calls a comparison, and one more for every call that the stub spoiled.
  @Test
  void completesEveryComparisonWithoutACallBeyondTheRetries() throws Exception {
    int before = upstreamCalls();
    int spoiledBefore = spoiled();
    Evaluation created =
        evaluations()
            .createEvaluation(
                CreateEvaluationRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setSpec(
                        EvaluationSpec.newBuilder()
                            .addJudges(chat(Behaviour.FAULTY))
                            .addAllComparisons(
                                IntStream.range(0, COMPARISONS)
                                    .mapToObj(i -> comparison("f" + i, "GOOD " + i, "BAD " + i))
                                    .toList()))
                    .build());
    String id = created.getStatus().getId();
    RunEvent last = last(id);
    Evaluation run = evaluations().getEvaluation(GetRunRequest.newBuilder().setId(id).build());

    assertThat(last.getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(run.getSummaries(0).getStatesMap()).isEqualTo(Map.of("OK", (long) COMPARISONS));
    assertThat(run.getSummaries(0).getWinRate().getWinRate()).isEqualTo(1);
    int spoiled = spoiled() - spoiledBefore;
    assertThat(spoiled).isGreaterThan(COMPARISONS / 2);
    assertThat(upstreamCalls() - before).isEqualTo(2 * COMPARISONS + spoiled);
  }

  private RunEvent last(String id) {
    RunEvent[] last = new RunEvent[1];
    evaluations()
        .watchEvaluation(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(event -> last[0] = event);
    return last[0];
  }
}
