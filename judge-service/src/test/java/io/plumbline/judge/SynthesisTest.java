package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.SynthesisForm;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.SynthesizedDraft;
import io.plumbline.api.v1alpha1.SynthesizedPair;
import io.plumbline.api.v1alpha1.VerdictState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SynthesisTest extends JudgeServiceTestBase {
  private static final JudgeSpec CHAT =
      JudgeSpec.newBuilder().setName("stub").setModel("chat:keyed").build();
  private static final JudgeSpec WARM = CHAT.toBuilder().setTemperature(0.7).build();

  @TestHTTPResource("/")
  URI url;

  // The stub's first answer is bad, every revision is good. Calls: an answer, a review, a revision
  // and two orders; a review and a revision that changes nothing: 7 of 100 tokens each.
  @Test
  void writesAPairFromAReviewedAnswer() {
    SynthesizeResponse response = judge().synthesize(loop("DRAFT one").build());

    assertThat(response.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(response.getPairsList())
        .containsExactly(
            SynthesizedPair.newBuilder()
                .setRound(1)
                .setChosen("a GOOD answer")
                .setRejected("a BAD answer")
                .build());
    assertThat(response.getDraftsList())
        .extracting(SynthesizedDraft::getReview)
        .containsExactly("", "Considered.", "Considered.");
    assertThat(response.getBest()).isEqualTo("a GOOD answer");
    assertThat(response.getDetail()).isEqualTo("the revision of round 2 changed nothing");
    assertThat(response.getUsage().getPromptTokens()).isEqualTo(700);
    assertThat(response.getModelsMap())
        .isEqualTo(Map.of("generator", "stub-1", "reviewer", "stub-1", "judge", "stub-1"));
  }

  // The judge calls tools in either order before its verdict: two calls more in the one comparison.
  @Test
  void judgesWithTools() {
    SynthesizeResponse response =
        judge()
            .synthesize(
                loop("DRAFT two")
                    .setJudge(CHAT.toBuilder().setProtocol("tools"))
                    .setRounds(1)
                    .build());

    assertThat(response.getPairsCount()).isEqualTo(1);
    assertThat(response.getUsage().getPromptTokens()).isEqualTo(700);
  }

  // Rewards are lengths, 13 and 12 characters: the verifier's probability is 1 / (1 + e^-1).
  @Test
  void takesThePairThatTheVerifierConfirms() {
    SynthesizeRequest request = prompts("CHOICE one").setLeastProbability(0.7).build();

    SynthesizeResponse response = judge().synthesize(request);

    assertThat(response.getPairsList())
        .extracting(SynthesizedPair::getChosen)
        .containsExactly("a GOOD answer");
    assertThat(response.getModelsMap()).containsEntry("verifier", "length@1");
    SynthesizeResponse strict =
        judge().synthesize(prompts("CHOICE two").setLeastProbability(0.8).setRounds(1).build());
    assertThat(strict.getState()).isEqualTo(VerdictState.VERDICT_STATE_INCONSISTENT);
    assertThat(strict.getDetail()).startsWith("round 1, verifier: probability 0.731");
    assertThat(strict.getPairsCount()).isZero();
    assertThat(1 / (1 + Math.exp(-1))).isCloseTo(0.731, within(1e-3));
  }

  @Test
  void namesTheFieldAtFault() {
    assertRefused(loop("x").setRounds(9), "rounds: must be 1 to 8, or 0 for 2, is 9");
    assertRefused(loop("x").setCandidates(3), "candidates: belongs to SYNTHESIS_FORM_PROMPT");
    assertRefused(
        prompts("x").setGenerator(CHAT), "generator.temperature: must be above 0 for several");
    assertRefused(
        loop("x").setGenerator(JudgeSpec.newBuilder().setModel("reward:length")),
        "generator.model: must be chat:NAME");
    assertRefused(loop("x").clearPrompt(), "prompt.messages: must hold a text");
    assertRefused(
        loop("x").setJudge(CHAT.toBuilder().setProtocol("reference")),
        "material: protocol 'reference' needs 'reference'");
  }

  @Test
  void hasTheSameDoorOverRest() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url.resolve("/v1alpha1/synthesize"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"generator\": {\"model\": \"chat:keyed\"}, \"judge\": {\"model\":"
                                + " \"chat:keyed\"}, \"rounds\": 1, \"prompt\": {\"messages\":"
                                + " [{\"role\": \"ROLE_USER\", \"parts\": [{\"text\":"
                                + " \"Tell me, DRAFT three\"}]}]}}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"chosen\":\"a GOOD answer\"");
  }

  private void assertRefused(SynthesizeRequest.Builder request, String message) {
    assertThatThrownBy(() -> judge().synthesize(request.build()))
        .hasMessageStartingWith("INVALID_ARGUMENT: " + message);
  }

  private static SynthesizeRequest.Builder loop(String prompt) {
    return SynthesizeRequest.newBuilder()
        .setGenerator(CHAT)
        .setJudge(CHAT)
        .setPrompt(comparison(prompt, "", "").getPrompt());
  }

  private static SynthesizeRequest.Builder prompts(String prompt) {
    return loop(prompt)
        .setForm(SynthesisForm.SYNTHESIS_FORM_PROMPT_FEEDBACK)
        .setGenerator(WARM)
        .setCandidates(2)
        .setVerifier(reward("length", 1));
  }
}
