package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.AnnotationRow;
import io.plumbline.api.v1alpha1.Annotations;
import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.Battles;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.EvaluationVerdicts;
import io.plumbline.api.v1alpha1.GetLeaderboardRequest;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardMode;
import io.plumbline.api.v1alpha1.LeaderboardOptions;
import io.plumbline.api.v1alpha1.LeaderboardRow;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsResponse;
import io.plumbline.api.v1alpha1.Publication;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeaderboardTest extends JudgeServiceTestBase {

  @Test
  void servesArenaHardScoresAsThePeerComputesThem() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, "base");
    publish(name, "one", battles("m", 2, 1, 1));

    Leaderboard board = get(name, parity());

    // Against a baseline alone the score is the share of points: 2.5 of 4.
    assertThat(board.getRows(0).getModel()).isEqualTo("m");
    assertThat(board.getRows(0).getValuesMap()).containsEntry("score", 62.5);
    assertThat(board.getRows(1).getValuesMap()).containsEntry("score", 50.0);
    assertThat(board.getRows(0).getInterval().getLevel()).isEqualTo(0.95);
    assertThat(board.getRows(0).getNotesList()).anyMatch(note -> note.contains("too narrow"));
    assertThat(board.getJudgments()).isEqualTo(4);
    assertThat(board.getOptions().getRounds()).isEqualTo(100);
  }

  @Test
  void addsJudgmentsExactlyOncePerRequestId() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_PAIRWISE, "");
    List<CompletableFuture<Publication>> calls =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> publish(name, "same", battles("m", 3, 0, 1))))
            .toList();

    assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(get(name, LeaderboardOptions.getDefaultInstance()).getJudgments()).isEqualTo(4);
    assertStatus(
        Status.Code.ALREADY_EXISTS, () -> publish(name, "same", battles("m", 1, 0, 1)), "same");
  }

  @Test
  void showsNewJudgmentsAtOnceAndOldOnesAsComputedBefore() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, "base");
    publish(name, "one", battles("m", 1, 0, 1));
    Leaderboard before = get(name, parity());

    assertThat(get(name, parity())).isEqualTo(before);
    publish(name, "two", battles("n", 3, 0, 1));
    Leaderboard after = get(name, parity());

    assertThat(after.getVersion()).isEqualTo(2);
    assertThat(after.getRowsList().stream().map(LeaderboardRow::getModel))
        .containsExactly("n", "base", "m");
    // 3 of 4 points.
    assertThat(after.getRows(0).getValuesOrThrow("score")).isEqualTo(75);
  }

  @Test
  void servesAlpacaEvalWinRatesWithClusteredIntervals() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ALPACA_EVAL, "");
    Annotations.Builder rows = Annotations.newBuilder();
    for (int i = 0; i < 8; i++) {
      rows.addRows(
          AnnotationRow.newBuilder()
              .setInstruction("prompt " + i)
              .setGenerator1("base")
              .setGenerator2("m")
              .setPreference(i < 6 ? 2 : 1)
              .setLength1(10 + i)
              .setLength2(20 - i));
    }
    publish(name, "m", PublishJudgmentsRequest.newBuilder().setAnnotations(rows).build());

    LeaderboardRow row = get(name, LeaderboardOptions.getDefaultInstance()).getRows(0);

    assertThat(row.getValuesOrThrow("win_rate")).isEqualTo(75);
    // sd of 6 ones and 2 zeros, 0.46291, over the root of 8.
    assertThat(row.getValuesOrThrow("standard_error")).isCloseTo(16.366, within(1e-3));
    assertThat(row.getValuesOrThrow("n_total")).isEqualTo(8);
    assertThat(row.getValuesMap()).containsKey("null_judges.longer");
  }

  @Test
  void publishesTheVerdictsOfAFinishedRun() {
    EvaluationSpec.Builder spec = EvaluationSpec.newBuilder().addJudges(chat(Behaviour.PLAIN));
    for (int i = 0; i < 4; i++) {
      // The stub prefers the answer that says GOOD.
      spec.addComparisons(
          i < 3
              ? named(comparison("c" + i, "the GOOD answer", "BAD"))
              : named(comparison("c" + i, "the BAD answer", "GOOD")));
    }
    String run = finished(spec.build());
    String name = create(LeaderboardKind.LEADERBOARD_KIND_PAIRWISE, "");

    Publication published = publish(name, "run", verdictsOf(run));

    assertThat(published.getJudgments()).isEqualTo(4);
    LeaderboardRow first = get(name, LeaderboardOptions.getDefaultInstance()).getRows(0);
    assertThat(first.getModel()).isEqualTo("left");
    // Three of four.
    assertThat(first.getValuesOrThrow("win_rate")).isEqualTo(75);
  }

  @Test
  void refusesARunThatDoesNotNameItsModels() {
    String run =
        finished(
            EvaluationSpec.newBuilder()
                .addJudges(chat(Behaviour.PLAIN))
                .addComparisons(comparison("c", "the GOOD answer", "BAD"))
                .build());
    String name = create(LeaderboardKind.LEADERBOARD_KIND_PAIRWISE, "");

    assertStatus(
        Status.Code.INVALID_ARGUMENT,
        () -> publish(name, "run", verdictsOf(run)),
        "comparison 'c' does not name the model of completion a");
  }

  @Test
  void exportsEveryFormatOverRest() throws Exception {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, "base");
    publish(name, "one", battles("m", 2, 1, 1));

    assertThat(exported(name, "json").body()).contains("\"score\" : 62.5");
    assertThat(exported(name, "csv").body()).contains("m,62.5,");
    assertThat(exported(name, "markdown").body()).contains("| m | 62.50 |");
    assertThat(exported(name, "text").body()).contains("62.50");
    HttpResponse<String> page = exported(name, "html");
    assertThat(page.headers().firstValue("content-type").orElseThrow()).contains("text/html");
    assertThat(page.body()).startsWith("<!doctype html>").contains("<svg", "Who beats whom");
    assertThat(exported(name, "pdf").statusCode()).isEqualTo(400);
    assertThat(exported(name, "pdf").body()).contains("must be json, csv");
    assertThat(exported("absent", "json").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesANumberThatWouldBeMeaningless() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, "base");
    publish(name, "one", battles("m", 3, 0, 0));

    assertStatus(Status.Code.INVALID_ARGUMENT, () -> get(name, parity()), "corrected");
    assertThat(
            get(name, LeaderboardOptions.getDefaultInstance()).getRows(0).getValuesOrThrow("score"))
        .isBetween(95.0, 100.0);
  }

  @Test
  void namesTheRowAtFault() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, "base");

    assertStatus(
        Status.Code.INVALID_ARGUMENT,
        () ->
            publish(
                name,
                "bad",
                PublishJudgmentsRequest.newBuilder()
                    .setBattles(
                        Battles.newBuilder()
                            .addRows(battle("q", "m", BattleOutcome.BATTLE_OUTCOME_TIE))
                            .addRows(battle("q", "base", BattleOutcome.BATTLE_OUTCOME_TIE)))
                    .build()),
        "battles.rows[1].model_b: must not be model_a: 'base'");
    assertStatus(
        Status.Code.NOT_FOUND, () -> publish("absent", "x", battles("m", 1, 1, 1)), "absent");
  }

  @Test
  void createsTheSameLeaderboardOnceAndPagesThroughAll() {
    String name = create(LeaderboardKind.LEADERBOARD_KIND_PAIRWISE, "");
    create(name, LeaderboardKind.LEADERBOARD_KIND_PAIRWISE, "");
    assertStatus(
        Status.Code.ALREADY_EXISTS,
        () -> create(name, LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD, ""),
        "another specification");
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ListLeaderboardsResponse page =
          leaderboards()
              .listLeaderboards(
                  ListLeaderboardsRequest.newBuilder().setPageSize(2).setPageToken(token).build());
      page.getLeaderboardsList().forEach(board -> names.add(board.getSpec().getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(names).contains(name).doesNotHaveDuplicates();
    assertThat(get(name, LeaderboardOptions.getDefaultInstance()).getRowsList()).isEmpty();
  }

  private static HttpResponse<String> exported(String name, String format) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:%s/v1alpha1/leaderboards/%s/export?format=%s&mode=parity"
                            .formatted(setting("quarkus.http.test-port"), name, format)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static void assertStatus(Status.Code code, Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure -> assertThat(failure.getStatus().getCode()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  private String finished(EvaluationSpec spec) {
    String id =
        evaluations()
            .createEvaluation(
                CreateEvaluationRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setSpec(spec)
                    .build())
            .getStatus()
            .getId();
    evaluations()
        .watchEvaluation(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(event -> {});
    return id;
  }

  private static Comparison named(Comparison comparison) {
    return comparison.toBuilder()
        .setA(comparison.getA().toBuilder().setModel("left"))
        .setB(comparison.getB().toBuilder().setModel("right"))
        .build();
  }

  private static PublishJudgmentsRequest verdictsOf(String run) {
    return PublishJudgmentsRequest.newBuilder()
        .setEvaluation(EvaluationVerdicts.newBuilder().setEvaluationId(run))
        .build();
  }

  private String create(LeaderboardKind kind, String baseline) {
    String name = "board-" + UUID.randomUUID();
    create(name, kind, baseline);
    return name;
  }

  private void create(String name, LeaderboardKind kind, String baseline) {
    leaderboards()
        .createLeaderboard(
            CreateLeaderboardRequest.newBuilder()
                .setSpec(
                    LeaderboardSpec.newBuilder().setName(name).setKind(kind).setBaseline(baseline))
                .build());
  }

  private Publication publish(String name, String requestId, PublishJudgmentsRequest judgments) {
    return leaderboards()
        .publishJudgments(
            judgments.toBuilder().setLeaderboard(name).setRequestId(requestId).build());
  }

  private Leaderboard get(String name, LeaderboardOptions options) {
    return leaderboards()
        .getLeaderboard(
            GetLeaderboardRequest.newBuilder().setName(name).setOptions(options).build());
  }

  private static LeaderboardOptions parity() {
    return LeaderboardOptions.newBuilder().setMode(LeaderboardMode.LEADERBOARD_MODE_PARITY).build();
  }

  private static PublishJudgmentsRequest battles(String model, int wins, int ties, int losses) {
    Battles.Builder battles = Battles.newBuilder();
    for (int i = 0; i < wins + ties + losses; i++) {
      battles.addRows(
          battle(
              "q" + i,
              model,
              i < wins
                  ? BattleOutcome.BATTLE_OUTCOME_MODEL_B
                  : i < wins + ties
                      ? BattleOutcome.BATTLE_OUTCOME_TIE
                      : BattleOutcome.BATTLE_OUTCOME_MODEL_A));
    }
    return PublishJudgmentsRequest.newBuilder().setBattles(battles).build();
  }

  private static BattleRow battle(String question, String model, BattleOutcome winner) {
    return BattleRow.newBuilder()
        .setQuestionId(question)
        .setModelA("base")
        .setModelB(model)
        .setWinner(winner)
        .build();
  }
}
