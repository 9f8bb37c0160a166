package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListEvaluationsResponse;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.ResumeEvaluationRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Runs;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  // Of 40 comparisons the endpoint prefers A in 30.
  @Test
  void sumsUpWhatWasJudged() {
    Evaluation run = finished(create(40, 30));

    assertThat(run.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(run.getSummaries(0).getStatesMap()).isEqualTo(Map.of("OK", 40L));
    assertThat(run.getSummaries(0).getWinRate().getWinRate()).isEqualTo(0.75);
    // R: 0.75 - qt(.975, 39) * sd/sqrt(40), sd of 30 ones and 10 zeros = 0.4385290
    assertThat(run.getSummaries(0).getWinRate().getInterval().getLow())
        .isCloseTo(0.6097519, within(1e-5));
    assertThat(run.getNullJudgesList()).isNotEmpty();
  }

  @Test
  void goesOnWithEventsFromAPosition() {
    Evaluation run = finished(create(5, 3));

    List<RunEvent> all = watched(run, 0);

    assertThat(Runs.lastState(all)).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(watched(run, 2)).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void pagesVerdicts() {
    String id = finished(create(7, 7)).getStatus().getId();
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      ListVerdictsResponse page =
          evaluations()
              .listVerdicts(
                  ListVerdictsRequest.newBuilder()
                      .setEvaluationId(id)
                      .setPageSize(3)
                      .setPageToken(token)
                      .build());
      page.getVerdictsList().forEach(verdict -> seen.add(verdict.getComparisonId()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(seen).containsExactly("0", "1", "2", "3", "4", "5", "6");
  }

  @Test
  void returnsTheSameRunForTheSameRequestIdAndRefusesAnother() {
    CreateEvaluationRequest request = request(UUID.randomUUID().toString(), 2, 1);

    String first = evaluations().createEvaluation(request).getStatus().getId();

    assertThat(evaluations().createEvaluation(request).getStatus().getId()).isEqualTo(first);
    assertThatThrownBy(() -> evaluations().createEvaluation(request(request.getRequestId(), 3, 1)))
        .hasMessageStartingWith("ALREADY_EXISTS");
  }

  // 10,000 questions take the endpoint seconds, the request to cancel comes at once.
  @Test
  void cancelsARun() {
    Evaluation run = create(5000, 5);

    Evaluation cancelled =
        evaluations()
            .cancelEvaluation(CancelRunRequest.newBuilder().setId(run.getStatus().getId()).build());

    assertThat(cancelled.getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(Runs.lastState(watched(run, 0))).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(finished(run).getStatus().getProgress().getDone()).isLessThan(5000);
  }

  // A question costs 1, a comparison in both orders 2. 10 may be spent; as many comparisons as are
  // judged at once, 32, may be under way then. The second half goes on over REST.
  @Test
  void resumesARunThatItsBudgetStopped() throws Exception {
    Evaluation stopped = finished(create(400, 300, 10));

    long done = stopped.getStatus().getProgress().getDone();
    assertThat(stopped.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(stopped.getStatus().getError().getMessage()).contains("budget is spent");
    assertThat(done).isBetween(5L, 37L);
    assertThat(stopped.getCost()).isEqualTo(2.0 * done);

    String id = stopped.getStatus().getId();
    double half = stopped.getCost() + 100;
    Evaluation further =
        finished(
            evaluations()
                .resumeEvaluation(
                    ResumeEvaluationRequest.newBuilder().setId(id).setBudget(half).build()));
    assertThat(further.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(further.getCost()).isGreaterThanOrEqualTo(half);

    var resumed = DOORS.post("/v1alpha1/evaluations/" + id + "/resume?budget=0", "");
    Evaluation ended = finished(further);
    assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getCost()).isEqualTo(800);
    assertThat(ended.getSummaries(0).getWinRate().getWinRate()).isEqualTo(0.75);
  }

  // Only a run that its budget stopped goes on.
  @Test
  void resumesNoRunThatHasSucceeded() throws Exception {
    String id = finished(create(1, 1)).getStatus().getId();

    assertThatThrownBy(
            () ->
                evaluations()
                    .resumeEvaluation(ResumeEvaluationRequest.newBuilder().setId(id).build()))
        .hasMessageStartingWith("FAILED_PRECONDITION");
    assertThat(DOORS.post("/v1alpha1/evaluations/" + id + "/resume", "").statusCode())
        .isBetween(400, 409);
  }

  @Test
  void listsRunsNewestFirst() {
    String older = create(1, 1).getStatus().getId();
    String newer = create(1, 1).getStatus().getId();

    assertThat(
            evaluations()
                .listEvaluations(ListRunsRequest.newBuilder().setPageSize(2).build())
                .getEvaluationsList())
        .extracting(run -> run.getStatus().getId())
        .containsExactly(newer, older);
  }

  @Test
  void servesTheSameOverRest() throws Exception {
    var created =
        DOORS.post(
            "/v1alpha1/evaluations",
            ContractBody.json(request(UUID.randomUUID().toString(), 2, 2)));
    String path =
        "/v1alpha1/evaluations/"
            + ContractBody.read(created.body(), Evaluation.newBuilder()).getStatus().getId();
    List<String> events = ContractBody.data(DOORS.get(path + "/events").body());

    var run = ContractBody.read(DOORS.get(path).body(), Evaluation.newBuilder());
    var verdicts =
        ContractBody.read(DOORS.get(path + "/verdicts").body(), ListVerdictsResponse.newBuilder());
    var list =
        ContractBody.read(
            DOORS.get("/v1alpha1/evaluations?page_size=1").body(),
            ListEvaluationsResponse.newBuilder());
    assertThat(run.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(events).hasSameSizeAs(watched(run.build(), 0));
    assertThat(verdicts.getVerdictsCount()).isEqualTo(2);
    assertThat(list.getEvaluationsCount()).isEqualTo(1);
    assertThat(DOORS.post(path + "/cancel", "").statusCode()).isEqualTo(200);
  }

  @Test
  void answersAnAbsentRunWithAProblem() throws Exception {
    var answer = DOORS.get("/v1alpha1/evaluations/" + new UUID(0, 1));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"status\":404");
  }

  private static EvaluationServiceBlockingStub evaluations() {
    return EvaluationServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static Evaluation create(int comparisons, int good) {
    return create(comparisons, good, 0);
  }

  // Questions that nobody has asked before: kept answers cost nothing.
  private static Evaluation create(int comparisons, int good, double budget) {
    var request = request(UUID.randomUUID().toString(), comparisons, good).toBuilder();
    request.getSpecBuilder().setBudget(budget);
    for (var comparison : request.getSpecBuilder().getComparisonsBuilderList()) {
      comparison.setPrompt(Texts.prompt(comparison.getId(), "Tell me, " + UUID.randomUUID()));
    }
    return evaluations().createEvaluation(request.build());
  }

  // A is the good one in the first `good` comparisons.
  private static CreateEvaluationRequest request(String requestId, int comparisons, int good) {
    var spec = EvaluationSpec.newBuilder().setName("black box").addJudges(Comparisons.CHAT);
    for (int i = 0; i < comparisons; i++) {
      spec.addComparisons(Comparisons.of(Integer.toString(i), i < good));
    }
    return CreateEvaluationRequest.newBuilder().setRequestId(requestId).setSpec(spec).build();
  }

  private static Evaluation finished(Evaluation run) {
    watched(run, 0);
    return evaluations()
        .getEvaluation(GetRunRequest.newBuilder().setId(run.getStatus().getId()).build());
  }

  private static List<RunEvent> watched(Evaluation run, long after) {
    return Runs.watched(
        evaluations()
            .watchEvaluation(
                WatchRunRequest.newBuilder()
                    .setId(run.getStatus().getId())
                    .setAfterPosition(after)
                    .build()),
        after);
  }
}
