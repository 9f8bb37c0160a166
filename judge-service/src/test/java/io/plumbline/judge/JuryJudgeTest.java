package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several judges as one, by single calls and by runs. */
@QuarkusTest
class JuryJudgeTest extends JudgeServiceTestBase {
  private static final JudgeSpec JURY =
      JudgeSpec.newBuilder()
          .setName("panel")
          .addJury(juror("plain", "chat:default"))
          .addJury(juror("critic", "chat:keyed").toBuilder().setProtocol("critique"))
          .addJury(juror("length", "reward:length"))
          .build();

  // Both chat models find B good; A is longer, 24 characters to 10.
  @Test
  void followsTheMajorityAndKeepsWhatEachJurorSaid() {
    Verdict verdict = compare(JURY, "majority");

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_B);
    assertThat(verdict.getTranscriptList())
        .extracting(entry -> entry.getJuror() + " " + entry.getStage() + " " + entry.getText())
        .containsExactly(
            "plain verdict B",
            "plain verdict A",
            "critic critique Considered.",
            "critic critique Considered.",
            "critic verdict B",
            "critic verdict A",
            "length verdict rewards 24.0 and 10.0, temperature 1.0 (not fitted)");
    // Two calls of 100 tokens, and four: the stub's prompts.
    assertThat(verdict.getUsage().getPromptTokens()).isEqualTo(600);
  }

  // Whatever the chat models are asked by is in their prompts: this principle makes them refuse.
  @Test
  void judgesByTheJurysPrinciple() {
    Verdict verdict = compare(JURY.toBuilder().setPrinciple(Behaviour.REFUSES.principle()).build());

    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(verdict.getTranscript(0).getText()).startsWith("I'm sorry");
  }

  @Test
  void sitsInRunsToo() {
    String id =
        evaluations()
            .createEvaluation(
                CreateEvaluationRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setSpec(
                        EvaluationSpec.newBuilder()
                            .addJudges(JURY)
                            .addComparisons(
                                comparison("1", "a rather long BAD answer", "a GOOD one")))
                    .build())
            .getStatus()
            .getId();
    evaluations()
        .watchEvaluation(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(event -> {});

    List<Verdict> verdicts =
        evaluations()
            .listVerdicts(ListVerdictsRequest.newBuilder().setEvaluationId(id).build())
            .getVerdictsList();
    assertThat(verdicts).extracting(Verdict::getWinner).containsExactly(Winner.WINNER_B);
    assertThat(verdicts.get(0).getJudge()).isEqualTo("panel");
    assertThat(verdicts.get(0).getTranscriptCount()).isEqualTo(7);
  }

  @Test
  void saysWhatAJuryCannotBe() {
    assertThatThrownBy(() -> compare(JURY.toBuilder().removeJury(0).build()))
        .hasMessageContaining("judge.jury: must hold an odd number of judges from 3 to 9, holds 2");
    assertThatThrownBy(() -> compare(JURY.toBuilder().setModel("chat:default").build()))
        .hasMessageContaining("judge.jury: goes with a name, a principle and a note alone");
    assertThatThrownBy(() -> compare(with(juror("plain", "chat:default"))))
        .hasMessageContaining("judge.jury[2].name: must be set, unique in the jury");
    assertThatThrownBy(
            () -> compare(with(juror("x", "chat:default").toBuilder().setPrinciple("p").build())))
        .hasMessageContaining("judge.jury[2].principle: must be empty");
    assertThatThrownBy(() -> compare(with(JURY)))
        .hasMessageContaining("judge.jury[2].jury: must be empty");
    assertThatThrownBy(() -> compare(with(juror("x", "chat:nowhere"))))
        .hasMessageContaining("judge.jury[2].model: chat:nowhere is not configured");
    assertThatThrownBy(
            () ->
                compare(
                    with(juror("x", "chat:default").toBuilder().setProtocol("reference").build())))
        .hasMessageContaining("comparison.material: protocol 'reference' needs 'reference'");
  }

  private static JudgeSpec with(JudgeSpec last) {
    return JURY.toBuilder().setJury(2, last).build();
  }

  private static JudgeSpec juror(String name, String model) {
    return JudgeSpec.newBuilder().setName(name).setModel(model).build();
  }

  private Verdict compare(JudgeSpec judge) {
    return compare(judge, "1");
  }

  private Verdict compare(JudgeSpec judge, String id) {
    return judge()
        .compare(
            CompareRequest.newBuilder()
                .setJudge(judge)
                .setComparison(comparison(id, "a rather long BAD answer", "a GOOD one"))
                .build());
  }
}
