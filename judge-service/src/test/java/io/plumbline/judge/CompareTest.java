package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.RewardEvidence;
import io.plumbline.api.v1alpha1.TemperatureSource;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompareTest extends JudgeServiceTestBase {
  private static final Comparison GOOD_FIRST =
      comparison("1 of CompareTest", "a GOOD one", "a BAD one");

  // Rewards are lengths 10 and 9: σ((10 − 9)/0.5) = 1/(1 + e^−2) = 0.8807970779778823.
  @Test
  void judgesByRewards() {
    Verdict verdict = compare(reward("length", 0.5), GOOD_FIRST);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(verdict.getProbabilityA()).isCloseTo(0.8807970779778823, within(1e-12));
    assertThat(verdict.hasReverse()).isFalse();
    assertThat(verdict.getModel()).isEqualTo("length@1");
    assertThat(verdict.getModelDigest()).isEqualTo("d1");
  }

  // Rewards 10 and 9: σ(1/1), σ(1/0.25), σ(1/0.5), σ(1/2).
  @Test
  void namesTheTemperatureAndWhereItIsFrom() {
    assertRewards(
        reward("length", 0), 1, TemperatureSource.TEMPERATURE_SOURCE_DEFAULT, 0.7310585786300049);
    assertRewards(
        reward("fitted", 0), 0.25, TemperatureSource.TEMPERATURE_SOURCE_MODEL, 0.9820137900379085);
    assertRewards(
        reward("fitted-and-set@3", 0),
        0.5,
        TemperatureSource.TEMPERATURE_SOURCE_SETTINGS,
        0.8807970779778823);
    assertRewards(
        reward("fitted-and-set", 2),
        2,
        TemperatureSource.TEMPERATURE_SOURCE_REQUEST,
        0.6224593312018546);
  }

  private void assertRewards(
      JudgeSpec judge, double temperature, TemperatureSource source, double probability) {
    Verdict verdict = compare(judge, GOOD_FIRST);

    assertThat(verdict.getProbabilityA()).isCloseTo(probability, within(1e-12));
    assertThat(verdict.getRewards())
        .isEqualTo(
            RewardEvidence.newBuilder()
                .setRewardA(10)
                .setRewardB(9)
                .setTemperature(temperature)
                .setTemperatureSource(source)
                .build());
  }

  @Test
  void triesAgainWhileRewardServiceIsUnavailable() {
    assertThat(compare(reward("flaky", 1), GOOD_FIRST).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  @Test
  void saysWhyThereIsNoReward() {
    Verdict silent = compare(reward("silent", 1), GOOD_FIRST);
    Verdict absent = compare(reward("absent", 1), GOOD_FIRST);

    assertThat(silent.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(silent.getDetail())
        .isEqualTo("no reward for the first completion: the text is empty");
    assertThat(absent.getDetail()).isEqualTo("reward-service: NOT_FOUND: no model named absent");
  }

  @Test
  void asksAChatModelInBothOrders() {
    Verdict verdict = compare(chat(Behaviour.PLAIN), GOOD_FIRST);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(verdict.hasProbabilityA()).isFalse();
    assertThat(verdict.hasStrength()).isFalse();
    assertThat(verdict.getForward().getRawText()).isEqualTo("A");
    assertThat(verdict.getReverse().getRawText()).isEqualTo("B");
    assertThat(verdict.getUsage().getPromptTokens()).isEqualTo(200);
    assertThat(verdict.getModel()).isEqualTo("stub-1");
    assertThat(verdict.getTemplateDigest()).hasSize(64);
  }

  // 0.8 for A in the first order and 1 − 0.2 in the second.
  @Test
  void averagesLabelProbabilitiesOverBothOrders() {
    assertThat(compare(chat(Behaviour.PROBABILITIES), GOOD_FIRST).getProbabilityA())
        .isCloseTo(0.8, within(1e-9));
    // ln(0.8 / 0.2) in both orders.
    assertThat(compare(chat(Behaviour.PROBABILITIES), GOOD_FIRST).getStrength())
        .isCloseTo(Math.log(4), within(1e-9));
  }

  @Test
  void namesWhatKeptAJudgeFromAVerdict() {
    assertThat(compare(chat(Behaviour.ALWAYS_A), GOOD_FIRST).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_INCONSISTENT);
    assertThat(compare(chat(Behaviour.REFUSES), GOOD_FIRST).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_REFUSED);
    assertThat(compare(chat(Behaviour.RAMBLES), GOOD_FIRST).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_UNPARSEABLE);
    assertThat(compare(chat(Behaviour.OVERLOADED), GOOD_FIRST).getDetail())
        .isEqualTo("first order: HTTP 429");
    assertThat(compare(chat(Behaviour.FORBIDDEN), GOOD_FIRST).getDetail())
        .isEqualTo("first order: HTTP 401: {}");
  }

  @Test
  void refusesAnUnknownModelNamingTheField() {
    JudgeSpec unknown = JudgeSpec.newBuilder().setModel("oracle").build();

    assertThatThrownBy(() -> compare(unknown, GOOD_FIRST))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure -> {
              assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
              assertThat(violation(failure).getField()).isEqualTo("judge.model");
            });
  }

  private Verdict compare(JudgeSpec judge, Comparison comparison) {
    return judge()
        .compare(CompareRequest.newBuilder().setJudge(judge).setComparison(comparison).build());
  }

  private static BadRequest.FieldViolation violation(StatusRuntimeException failure) {
    try {
      return StatusProto.fromThrowable(failure)
          .getDetails(0)
          .unpack(BadRequest.class)
          .getFieldViolations(0);
    } catch (InvalidProtocolBufferException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
