package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.BattleRow;
import io.plumbline.api.v1alpha1.Battles;
import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardRequest;
import io.plumbline.api.v1alpha1.GetLeaderboardRequest;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsResponse;
import io.plumbline.api.v1alpha1.Publication;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  @Test
  void scoresWhatWasPublished() {
    String name = create();
    leaderboards().publishJudgments(battles(name));

    Leaderboard board =
        leaderboards().getLeaderboard(GetLeaderboardRequest.newBuilder().setName(name).build());

    // Two wins and a tie in four: 2.5 points against the baseline alone, by 0.01 of a weak ridge
    // less.
    assertThat(board.getRows(0).getModel()).isEqualTo("m");
    assertThat(board.getRows(0).getValuesOrThrow("score")).isBetween(62.4, 62.6);
    assertThat(board.getJudgments()).isEqualTo(4);
  }

  @Test
  void addsAPublicationOnceAndRefusesAnotherUnderItsId() {
    String name = create();
    PublishJudgmentsRequest request = battles(name);

    Publication first = leaderboards().publishJudgments(request);

    assertThat(leaderboards().publishJudgments(request)).isEqualTo(first);
    assertThatThrownBy(
            () ->
                leaderboards()
                    .publishJudgments(
                        request.toBuilder()
                            .setBattles(
                                Battles.newBuilder()
                                    .addRows(battle(0, BattleOutcome.BATTLE_OUTCOME_TIE)))
                            .build()))
        .hasMessageStartingWith("ALREADY_EXISTS");
  }

  @Test
  void exportsAPage() {
    String name = create();
    leaderboards().publishJudgments(battles(name));

    assertThat(
            leaderboards()
                .exportLeaderboard(
                    ExportLeaderboardRequest.newBuilder().setName(name).setFormat("html").build())
                .getDocument())
        .startsWith("<!doctype html>")
        .contains("Who beats whom");
    assertThat(
            leaderboards()
                .listLeaderboards(ListLeaderboardsRequest.newBuilder().setPageSize(1).build())
                .getLeaderboardsCount())
        .isEqualTo(1);
  }

  @Test
  void servesTheSameOverRest() throws Exception {
    String name = "black-box-" + UUID.randomUUID();
    var created = DOORS.post("/v1alpha1/leaderboards", ContractBody.json(creation(name)));
    String path = "/v1alpha1/leaderboards/" + name;
    var published = DOORS.post(path + "/publications", ContractBody.json(battles(name)));

    var board = ContractBody.read(DOORS.get(path).body(), Leaderboard.newBuilder());
    var list =
        ContractBody.read(
            DOORS.get("/v1alpha1/leaderboards?page_size=1").body(),
            ListLeaderboardsResponse.newBuilder());
    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(published.statusCode()).isEqualTo(200);
    assertThat(board.getRowsCount()).isEqualTo(2);
    assertThat(list.getLeaderboardsCount()).isEqualTo(1);
    assertThat(DOORS.get(path + "/export?format=csv&mode=parity").body()).contains("m,62.5,");
  }

  @Test
  void answersAnAbsentLeaderboardWithAProblem() throws Exception {
    var answer = DOORS.get("/v1alpha1/leaderboards/absent-" + UUID.randomUUID());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"status\":404");
  }

  private static LeaderboardServiceBlockingStub leaderboards() {
    return LeaderboardServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static String create() {
    String name = "black-box-" + UUID.randomUUID();
    leaderboards().createLeaderboard(creation(name));
    return name;
  }

  private static CreateLeaderboardRequest creation(String name) {
    return CreateLeaderboardRequest.newBuilder()
        .setSpec(
            LeaderboardSpec.newBuilder()
                .setName(name)
                .setKind(LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD)
                .setBaseline("base"))
        .build();
  }

  private static PublishJudgmentsRequest battles(String name) {
    return PublishJudgmentsRequest.newBuilder()
        .setRequestId("one")
        .setLeaderboard(name)
        .setBattles(
            Battles.newBuilder()
                .addRows(battle(0, BattleOutcome.BATTLE_OUTCOME_MODEL_B))
                .addRows(battle(1, BattleOutcome.BATTLE_OUTCOME_MODEL_B))
                .addRows(battle(2, BattleOutcome.BATTLE_OUTCOME_TIE))
                .addRows(battle(3, BattleOutcome.BATTLE_OUTCOME_MODEL_A)))
        .build();
  }

  private static BattleRow battle(int question, BattleOutcome winner) {
    return BattleRow.newBuilder()
        .setQuestionId("q" + question)
        .setModelA("base")
        .setModelB("m")
        .setWinner(winner)
        .build();
  }
}
