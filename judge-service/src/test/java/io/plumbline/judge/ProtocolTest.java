package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListProtocolsRequest;
import io.plumbline.api.v1alpha1.Protocol;
import io.plumbline.api.v1alpha1.ShownOrder;
import io.plumbline.api.v1alpha1.TranscriptEntry;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProtocolTest extends JudgeServiceTestBase {

  @Test
  void findsTheBetterAnswerByEveryProtocol() {
    Map<String, String> digests = new HashMap<>();
    for (Protocol protocol :
        judge().listProtocols(ListProtocolsRequest.getDefaultInstance()).getProtocolsList()) {
      Comparison.Builder comparison = comparison("p", "a BAD answer", "a GOOD answer").toBuilder();
      protocol.getMaterialList().forEach(name -> comparison.putMaterial(name, "a text"));

      Verdict verdict = compare(judge(protocol.getName()), comparison.build());

      assertThat(verdict.getState())
          .as(protocol.getName())
          .isEqualTo(VerdictState.VERDICT_STATE_OK);
      assertThat(verdict.getWinner()).as(protocol.getName()).isEqualTo(Winner.WINNER_B);
      assertThat(verdict.hasReverse()).isNotEqualTo(protocol.getSymmetricByConstruction());
      digests.put(verdict.getTemplateDigest(), protocol.getName());
    }

    assertThat(digests).hasSize(23);
  }

  // Three samples of two calls, 100 prompt tokens each.
  @Test
  void takesTheMajorityOfSeveralSamples() {
    Verdict verdict =
        compare(
            judge("").toBuilder().setSamples(3).setTemperature(1).build(),
            comparison("s", "a GOOD one", "a BAD"));

    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(verdict.getUsage().getPromptTokens()).isEqualTo(600);
    assertThat(verdict.getTranscriptList())
        .extracting(entry -> entry.getSample() + entry.getStage() + entry.getText())
        .containsExactly(
            "1verdictA", "1verdictB", "2verdictA", "2verdictB", "3verdictA", "3verdictB");
  }

  // The stub writes "Considered." wherever no letter is asked for.
  @Test
  void carriesWhatWasWrittenBeforeTheVerdict() {
    Verdict verdict = compare(judge("debate"), comparison("d", "a GOOD one", "a BAD"));

    assertThat(verdict.getTranscriptList())
        .extracting(TranscriptEntry::getStage)
        .containsExactly(
            "case_for_A", "case_for_A", "case_for_B", "case_for_B", "reply_for_A", "reply_for_A");
    assertThat(verdict.getTranscript(1))
        .isEqualTo(
            TranscriptEntry.newBuilder()
                .setStage("case_for_A")
                .setOrder(ShownOrder.SHOWN_ORDER_REVERSE)
                .setText("Considered.")
                .build());
  }

  @Test
  void refusesSeveralSamplesThatWouldAllBeTheSame() {
    JudgeSpec repeated = judge("").toBuilder().setSamples(3).build();

    assertThatThrownBy(() -> compare(repeated, comparison("t", "a", "b")))
        .hasMessageContaining("judge.temperature: must be above 0 with several samples");
  }

  @Test
  void namesTheMaterialThatAProtocolNeeds() {
    assertThatThrownBy(() -> compare(judge("reference"), comparison("m", "a", "b")))
        .hasMessage(
            "INVALID_ARGUMENT: comparison.material: protocol 'reference' needs 'reference'");
  }

  private static JudgeSpec judge(String protocol) {
    return chat(Behaviour.PLAIN).toBuilder().setProtocol(protocol).build();
  }

  private Verdict compare(JudgeSpec judge, Comparison comparison) {
    return judge()
        .compare(CompareRequest.newBuilder().setJudge(judge).setComparison(comparison).build());
  }
}
