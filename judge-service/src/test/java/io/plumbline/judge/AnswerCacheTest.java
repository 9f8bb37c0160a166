package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class AnswerCacheTest extends JudgeServiceTestBase {

  @Test
  void asksOnceForWhatIsAskedAgain() throws Exception {
    JudgeSpec judge = chat(Behaviour.PROBABILITIES);
    int before = upstreamCalls();

    Verdict first = compare(judge, "cached");
    Verdict second = compare(judge, "cached");

    assertThat(upstreamCalls() - before).isEqualTo(2);
    assertThat(first.getUsage().getPromptTokens()).isEqualTo(200);
    assertThat(second.getUsage().getPromptTokens()).isZero();
    assertThat(second.getProbabilityA()).isEqualTo(first.getProbabilityA());
    assertThat(second.getModel()).isEqualTo("stub-1");
  }

  // Both orders are asked for once, at 100 tokens each, whoever of the ten comes first.
  @Test
  void asksOnceForWhatIsAskedAtTheSameTime() throws Exception {
    JudgeSpec judge = chat(Behaviour.SLOW);
    int before = upstreamCalls();

    List<CompletableFuture<Verdict>> asked =
        IntStream.range(0, 10)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> compare(judge, "shared")))
            .toList();
    List<Verdict> verdicts = asked.stream().map(CompletableFuture::join).toList();

    assertThat(upstreamCalls() - before).isEqualTo(2);
    assertThat(verdicts)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
              assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
            });
    assertThat(verdicts.stream().mapToLong(verdict -> verdict.getUsage().getPromptTokens()).sum())
        .isEqualTo(200);
  }

  @Test
  void asksAnewForEveryDraw() throws Exception {
    JudgeSpec judge = chat(Behaviour.PLAIN).toBuilder().setTemperature(1).build();
    int before = upstreamCalls();

    compare(judge, "drawn");
    compare(judge, "drawn");

    assertThat(upstreamCalls() - before).isEqualTo(4);
  }

  @Test
  void keepsNoFailures() throws Exception {
    JudgeSpec judge = chat(Behaviour.FORBIDDEN);
    int before = upstreamCalls();

    compare(judge, "failed");
    compare(judge, "failed");

    assertThat(upstreamCalls() - before).isEqualTo(4);
  }

  // Asking again may bring what is missing.
  @ParameterizedTest
  @EnumSource(names = {"EMPTY", "CUT"})
  void keepsNoAnswerThatIsNotWhole(Behaviour behaviour) throws Exception {
    int before = upstreamCalls();

    compare(chat(behaviour), "not whole");
    compare(chat(behaviour), "not whole");

    assertThat(upstreamCalls() - before).isEqualTo(4);
  }

  @Test
  void keepsNoAnswerWithoutTheProbabilitiesThatAloneCount() throws Exception {
    JudgeSpec strict = chat(Behaviour.PLAIN).toBuilder().setModel("chat:strict").build();
    int before = upstreamCalls();

    compare(strict, "without probabilities");
    Verdict again = compare(strict, "without probabilities");

    assertThat(again.getState()).isEqualTo(VerdictState.VERDICT_STATE_NO_LOGPROBS);
    assertThat(upstreamCalls() - before).isEqualTo(4);
  }

  private Verdict compare(JudgeSpec judge, String id) {
    return judge()
        .compare(
            CompareRequest.newBuilder()
                .setJudge(judge)
                .setComparison(comparison(id, "GOOD", "BAD"))
                .build());
  }
}
