package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.api.v1alpha1.WinRate;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvaluationTest extends JudgeServiceTestBase {

  // Of 40 comparisons the stub prefers A in 30. A is longer in all of them.
  @Test
  void sumsUpEveryJudgeAndTheNullJudges() {
    Evaluation run =
        finished(
            create(
                spec(
                    40, 30, chat(Behaviour.PLAIN), chat(Behaviour.ALWAYS_A), reward("length", 1))));

    assertThat(run.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(run.getStatus().getProgress().getDone()).isEqualTo(120);
    JudgeSummary plain = run.getSummaries(0);
    assertThat(plain.getWinRate().getWinRate()).isEqualTo(0.75);
    // R: 0.75 ± qt(.975, 39) · sd/√40, sd of 30 ones and 10 zeros = 0.4385290
    assertThat(plain.getWinRate().getInterval().getLow()).isCloseTo(0.6097519, within(1e-5));
    assertThat(plain.getWinRate().getInterval().getHigh()).isCloseTo(0.8902481, within(1e-5));
    assertThat(plain.getInconsistentShare()).isZero();
    assertThat(plain.getStatesMap()).isEqualTo(Map.of("OK", 40L));
    JudgeSummary positional = run.getSummaries(1);
    assertThat(positional.getInconsistentShare()).isEqualTo(1);
    assertThat(positional.getWinRate().hasWinRate()).isFalse();
    assertThat(positional.getStatesMap()).isEqualTo(Map.of("INCONSISTENT", 40L));
    JudgeSummary rewards = run.getSummaries(2);
    assertThat(rewards.getSymmetricByConstruction()).isTrue();
    assertThat(rewards.hasInconsistentShare()).isFalse();
    assertThat(rewards.getWinRate().getWinRate()).isEqualTo(1);
    assertThat(run.getNullJudgesList().stream().map(WinRate::getJudge))
        .containsExactly("longer", "shorter", "coin");
    assertThat(run.getNullJudges(0).getWinRate()).isEqualTo(1);
    assertThat(run.getNullJudges(1).getWinRate()).isZero();
  }

  @Test
  void givesEventsWithoutGapsFromAnyPosition() {
    String id = create(spec(10, 5, chat(Behaviour.PLAIN))).getStatus().getId();

    List<RunEvent> all = watched(id, 0);
    List<RunEvent> late = watched(id, 2);

    assertThat(all.stream().map(RunEvent::getPosition))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
    assertThat(all.get(0).getState()).isEqualTo(RunState.RUN_STATE_RUNNING);
    assertThat(all.get(all.size() - 1).getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(late).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void returnsTheSameRunForTheSameRequestId() {
    EvaluationSpec spec = spec(3, 1, reward("length", 1));
    String requestId = UUID.randomUUID().toString();

    Evaluation first = create(requestId, spec);
    Evaluation second = create(requestId, spec);

    assertThat(second.getStatus().getId()).isEqualTo(first.getStatus().getId());
    assertThatThrownBy(() -> create(requestId, spec(4, 1, reward("length", 1))))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure ->
                assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS));
  }

  @Test
  void pagesVerdictsJudgeByJudgeInTheOrderOfTheComparisons() {
    String id =
        finished(create(spec(7, 7, reward("length", 1), chat(Behaviour.PLAIN))))
            .getStatus()
            .getId();
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      ListVerdictsResponse page =
          evaluations()
              .listVerdicts(
                  ListVerdictsRequest.newBuilder()
                      .setEvaluationId(id)
                      .setPageSize(4)
                      .setPageToken(token)
                      .build());
      page.getVerdictsList().stream().map(EvaluationTest::label).forEach(seen::add);
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.range(0, 14)
                .mapToObj(i -> (i < 7 ? "length" : "PLAIN") + " " + i % 7)
                .toList());
  }

  @Test
  void cancelsARunAndKeepsWhatWasJudged() {
    String id = create(spec(2_000, 5, chat(Behaviour.SLOW))).getStatus().getId();

    Evaluation cancelled =
        evaluations().cancelEvaluation(CancelRunRequest.newBuilder().setId(id).build());
    List<RunEvent> events = watched(id, 0);

    assertThat(cancelled.getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(events.get(events.size() - 1).getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(get(id).getStatus().getProgress().getDone()).isLessThan(2_000);
  }

  @Test
  void failsARunWhoseJudgeWasNeverHeard() {
    Evaluation run = finished(create(spec(3, 1, reward("absent", 1), reward("length", 1))));

    assertThat(run.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(run.getStatus().getError().getMessage())
        .startsWith("absent failed on every comparison: reward-service: NOT_FOUND");
    assertThat(run.getSummaries(0).getStatesMap()).isEqualTo(Map.of("FAILED", 3L));
  }

  @Test
  void listsRunsNewestFirst() {
    String older = create(spec(1, 1, reward("length", 1))).getStatus().getId();
    String newer = create(spec(1, 1, reward("length", 1))).getStatus().getId();

    List<Evaluation> page =
        evaluations()
            .listEvaluations(ListRunsRequest.newBuilder().setPageSize(2).build())
            .getEvaluationsList();

    assertThat(page.stream().map(run -> run.getStatus().getId())).containsExactly(newer, older);
  }

  @Test
  void refusesComparisonsThatShareAnId() {
    EvaluationSpec twice =
        EvaluationSpec.newBuilder()
            .addJudges(reward("length", 1))
            .addComparisons(comparison("x", "a", "b"))
            .addComparisons(comparison("x", "a", "b"))
            .build();

    assertThatThrownBy(() -> create(twice))
        .hasMessage("INVALID_ARGUMENT: spec.comparisons[1].id: is given twice: 'x'");
  }

  private static String label(Verdict verdict) {
    return verdict.getJudge() + " " + verdict.getComparisonId();
  }

  private Evaluation finished(Evaluation run) {
    watched(run.getStatus().getId(), 0);
    return get(run.getStatus().getId());
  }

  private Evaluation get(String id) {
    return evaluations().getEvaluation(GetRunRequest.newBuilder().setId(id).build());
  }

  private List<RunEvent> watched(String id, long afterPosition) {
    List<RunEvent> events = new ArrayList<>();
    evaluations()
        .watchEvaluation(
            WatchRunRequest.newBuilder().setId(id).setAfterPosition(afterPosition).build())
        .forEachRemaining(events::add);
    return events;
  }

  private Evaluation create(EvaluationSpec spec) {
    return create(UUID.randomUUID().toString(), spec);
  }

  private Evaluation create(String requestId, EvaluationSpec spec) {
    return evaluations()
        .createEvaluation(
            CreateEvaluationRequest.newBuilder().setRequestId(requestId).setSpec(spec).build());
  }

  // A is the good one, and always the longer one, in the first `good` comparisons.
  private static EvaluationSpec spec(int comparisons, int good, JudgeSpec... judges) {
    EvaluationSpec.Builder spec = EvaluationSpec.newBuilder().setName("test");
    for (int i = 0; i < comparisons; i++) {
      spec.addComparisons(
          i < good
              ? comparison(Integer.toString(i), "the GOOD answer", "BAD")
              : comparison(Integer.toString(i), "the BAD answer", "GOOD"));
    }
    return spec.addAllJudges(List.of(judges)).build();
  }
}
