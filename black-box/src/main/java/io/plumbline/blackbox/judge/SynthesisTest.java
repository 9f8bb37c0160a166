package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.SynthesizedDraft;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SynthesisTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  // The endpoint answers the prompt, which says GOOD before BAD, with A, and the review with B. The
  // principle is the word B, so the rewards differ.
  @Test
  void writesAPairThatRewardsDecide() {
    SynthesizeResponse response =
        JudgeServiceGrpc.newBlockingStub(DOORS.channel()).synthesize(request());

    assertThat(response.getDraftsList())
        .extracting(SynthesizedDraft::getText)
        .containsExactly("A", "B");
    assertThat(response.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(Set.of(response.getPairs(0).getChosen(), response.getPairs(0).getRejected()))
        .isEqualTo(Set.of("A", "B"));
    assertThat(response.getModelsMap())
        .containsEntry("generator", "stub-1")
        .containsEntry("judge", "relevance@1");
  }

  @Test
  void doesSoOverRest() throws Exception {
    var answer = DOORS.post("/v1alpha1/synthesize", ContractBody.json(request()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ContractBody.read(answer.body(), SynthesizeResponse.newBuilder()).getPairsCount())
        .isEqualTo(1);
  }

  private static SynthesizeRequest request() {
    return SynthesizeRequest.newBuilder()
        .setGenerator(Comparisons.CHAT)
        .setJudge(Comparisons.REWARD.toBuilder().setPrinciple("B"))
        .setPrompt(Texts.prompt("p", "Is B GOOD or BAD? " + UUID.randomUUID()))
        .setRounds(1)
        .build();
  }
}
