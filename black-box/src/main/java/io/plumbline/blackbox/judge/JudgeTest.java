package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListJudgesRequest;
import io.plumbline.api.v1alpha1.ListProtocolsRequest;
import io.plumbline.api.v1alpha1.Protocol;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  @Test
  void asksAChatModelInBothOrders() {
    Verdict verdict = judge().compare(compare(Comparisons.CHAT, "plain"));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(verdict.getForward().getRawText()).isEqualTo("A");
    assertThat(verdict.getReverse().getRawText()).isEqualTo("B");
    // 100 tokens of prompt in each of two orders.
    assertThat(verdict.getUsage().getPromptTokens()).isEqualTo(200);
    assertThat(verdict.getModel()).isEqualTo("stub-1");
  }

  // The endpoint refuses each question once: without a retry the verdict would be FAILED.
  @Test
  void triesAgainWhenTheEndpointIsBusy() {
    assertThat(judge().compare(compare(Comparisons.CHAT, "FLAKY")).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  @Test
  void judgesByRewardsOfRewardService() {
    Verdict verdict = judge().compare(compare(Comparisons.REWARD, "by rewards"));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getModel()).isEqualTo("relevance@1");
    assertThat(verdict.getProbabilityA()).isBetween(0.0, 1.0);
    assertThat(verdict.hasReverse()).isFalse();
  }

  @Test
  void saysThatARewardModelIsAbsent() {
    var absent = JudgeSpec.newBuilder().setName("absent").setModel("reward:absent").build();

    Verdict verdict = judge().compare(compare(absent, "absent"));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(verdict.getDetail()).startsWith("reward-service: NOT_FOUND");
  }

  @Test
  void namesTheFieldAtFaultInTheStatus() {
    var unknown = JudgeSpec.newBuilder().setModel("oracle").build();

    assertThatThrownBy(() -> judge().compare(compare(unknown, "unknown")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure -> {
              assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
              assertThat(violations(failure).getFieldViolations(0).getField())
                  .isEqualTo("judge.model");
            });
  }

  @Test
  void listsJudgesAndProtocols() {
    assertThat(judge().listJudges(ListJudgesRequest.getDefaultInstance()).getJudgesList())
        .extracting(JudgeSpec::getModel)
        .contains("chat:default");
    assertThat(judge().listProtocols(ListProtocolsRequest.getDefaultInstance()).getProtocolsList())
        .extracting(Protocol::getName)
        .contains("pairwise");
  }

  @Test
  void comparesOverRest() throws Exception {
    var answer =
        DOORS.post("/v1alpha1/compare", ContractBody.json(compare(Comparisons.CHAT, "rest")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ContractBody.read(answer.body(), Verdict.newBuilder()).getWinner())
        .isEqualTo(Winner.WINNER_A);
  }

  @Test
  void answersABadBodyWithAProblem() throws Exception {
    var answer = DOORS.post("/v1alpha1/compare", "{\"judges\": []}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"body\"");
  }

  @Test
  void listsJudgesAndProtocolsOverRest() throws Exception {
    assertThat(DOORS.get("/v1alpha1/judges").body()).contains("chat:default");
    assertThat(DOORS.get("/v1alpha1/protocols").body()).contains("pairwise");
  }

  private static JudgeServiceBlockingStub judge() {
    return JudgeServiceGrpc.newBlockingStub(DOORS.channel());
  }

  // Answers at temperature 0 are kept: a question of its own each time.
  private static CompareRequest compare(JudgeSpec judge, String topic) {
    return CompareRequest.newBuilder()
        .setJudge(judge)
        .setComparison(Comparisons.of(topic + " " + UUID.randomUUID(), true))
        .build();
  }

  private static BadRequest violations(StatusRuntimeException failure) {
    try {
      return StatusProto.fromThrowable(failure).getDetails(0).unpack(BadRequest.class);
    } catch (com.google.protobuf.InvalidProtocolBufferException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
