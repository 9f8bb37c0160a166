package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.ChatEndpoint;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Media;
import io.plumbline.api.v1alpha1.Sampling;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Which model is asked, and with what, is the request's choice within the service's settings. */
@QuarkusTest
class ModelChoiceTest extends JudgeServiceTestBase {

  @Test
  void asksAnAllowedModelAtAnAllowedUrlWithTheKeyOfItsFile() throws Exception {
    Verdict verdict =
        compare(
            JudgeSpec.newBuilder()
                .setModel("chat:keyed")
                .setEndpoint(ChatEndpoint.newBuilder().setModel("large")));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(lastRequest().getString("authorization")).isEqualTo("Bearer s3cret");
    assertThat(lastRequest().getJsonObject("body").getString("model")).isEqualTo("large");
  }

  @Test
  void findsAnEndpointByItsUrl() throws Exception {
    Verdict verdict =
        compare(
            JudgeSpec.newBuilder()
                .setModel("chat:")
                .setEndpoint(ChatEndpoint.newBuilder().setUrl(setting("stub.chat.url") + "/v1/")));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  // Every entry of the stub has its URL.
  @Test
  void asksTheNamedEntryOfSeveralWithOneUrl() throws Exception {
    Verdict verdict =
        compare(
            JudgeSpec.newBuilder()
                .setModel("chat:keyed")
                .setEndpoint(
                    ChatEndpoint.newBuilder()
                        .setUrl(setting("stub.chat.url") + "/v1")
                        .setModel("large")));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(lastRequest().getString("authorization")).isEqualTo("Bearer s3cret");
    assertThat(lastRequest().getJsonObject("body").getString("model")).isEqualTo("large");
  }

  @Test
  void refusesWhatIsNotAllowed() {
    assertThatThrownBy(
            () ->
                compare(
                    JudgeSpec.newBuilder()
                        .setModel("chat:keyed")
                        .setEndpoint(ChatEndpoint.newBuilder().setModel("huge"))))
        .hasMessageContaining("judge.endpoint.model: 'huge' is none of [large, small, stub]");
    assertThatThrownBy(
            () ->
                compare(
                    JudgeSpec.newBuilder()
                        .setModel("chat:")
                        .setEndpoint(ChatEndpoint.newBuilder().setUrl("http://10.0.0.1/v1"))))
        .hasMessageContaining("judge.endpoint.url: is not in this service's settings");
  }

  @Test
  void sendsTheRequestedSampling() throws Exception {
    compare(
        JudgeSpec.newBuilder()
            .setModel("chat:keyed")
            .setTemperature(0.5)
            .setSampling(
                Sampling.newBuilder()
                    .setSeed(11)
                    .setTopP(0.8)
                    .setMaxCompletionTokens(300)
                    .setReasoningEffort("high")
                    .setResponseSchema("{\"type\":\"object\"}")
                    .addLogprobTokenIds(5)));

    JsonObject body = lastRequest().getJsonObject("body");
    assertThat(body.getDouble("temperature")).isEqualTo(0.5);
    assertThat(body.getLong("seed")).isEqualTo(11);
    assertThat(body.getDouble("top_p")).isEqualTo(0.8);
    assertThat(body.getInteger("max_completion_tokens")).isEqualTo(300);
    assertThat(body.containsKey("max_tokens")).isFalse();
    assertThat(body.getString("reasoning_effort")).isEqualTo("high");
    assertThat(body.getJsonArray("logprob_token_ids").getInteger(0)).isEqualTo(5);
  }

  @Test
  void namesTheSamplingFieldOutOfRange() {
    assertThatThrownBy(
            () ->
                compare(
                    JudgeSpec.newBuilder()
                        .setModel("chat:keyed")
                        .setSampling(Sampling.newBuilder().setTopP(1.5))))
        .hasMessageContaining("judge.sampling.top_p: must be above 0 and at most 1, is 1.5");
    assertThatThrownBy(
            () ->
                compare(
                    JudgeSpec.newBuilder()
                        .setModel("chat:keyed")
                        .setSampling(Sampling.newBuilder().setResponseSchema("{"))))
        .hasMessageContaining("judge.sampling.response_schema: is no JSON");
  }

  @Test
  void answersFromARecording() throws Exception {
    Verdict recorded = compare(JudgeSpec.newBuilder().setModel("chat:recorded"));
    int before = upstreamCalls();

    Verdict replayed = compare(JudgeSpec.newBuilder().setModel("chat:replayed"));
    Verdict other =
        compare(JudgeSpec.newBuilder().setModel("chat:replayed").setPrinciple("never asked"));

    assertThat(upstreamCalls()).isEqualTo(before);
    assertThat(replayed.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(replayed.getWinner()).isEqualTo(recorded.getWinner());
    assertThat(replayed.getForward().getRawText()).isEqualTo("A");
    assertThat(replayed.getUsage().getPromptTokens()).isEqualTo(200);
    assertThat(other.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(other.getDetail()).startsWith("first order: not recorded: ");
  }

  // SHA-256 of "Uri[uri=https://example.org/cat.png]" begins eb4a0cd0fa4c (sha256sum).
  @Test
  void showsMediaUnderTheirMarks() throws Exception {
    ContentPart image =
        ContentPart.newBuilder()
            .setImage(Media.newBuilder().setUri("https://example.org/cat.png"))
            .build();
    Comparison illustrated = illustrated(image);

    Verdict verdict = compare(JudgeSpec.newBuilder().setModel("chat:keyed"), illustrated);
    Verdict blind = compare(reward("length", 1).toBuilder(), illustrated);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    JsonArray messages = lastRequest().getJsonObject("body").getJsonArray("messages");
    JsonArray parts = messages.getJsonObject(messages.size() - 1).getJsonArray("content");
    assertThat(parts.getJsonObject(0).getString("text"))
        .contains("Tell me, with an image[image eb4a0cd0fa4c]");
    assertThat(parts.getJsonObject(1).getString("text")).isEqualTo("\n[image eb4a0cd0fa4c]");
    assertThat(parts.getJsonObject(2).getJsonObject("image_url").getString("url"))
        .isEqualTo("https://example.org/cat.png");
    assertThat(blind.getDetail()).isEqualTo("reward models read texts only, and there are media");
  }

  // The description alone stands for the image when the verdict is asked for.
  @Test
  void judgesWithoutTheMediaOnceTheyAreDescribed() throws Exception {
    ContentPart image =
        ContentPart.newBuilder()
            .setImage(Media.newBuilder().setUri("https://example.org/cat.png"))
            .build();

    Verdict verdict =
        compare(
            JudgeSpec.newBuilder().setModel("chat:keyed").setProtocol("recognise-then-reason"),
            illustrated(image));

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    JsonArray messages = lastRequest().getJsonObject("body").getJsonArray("messages");
    assertThat(messages.getJsonObject(messages.size() - 1).getValue("content"))
        .asString()
        .contains("description of media")
        .doesNotContain("cat.png");
  }

  // Two calls of 100 prompt tokens each.
  @Test
  void countsEveryModelApart() throws Exception {
    JudgeSpec.Builder small =
        JudgeSpec.newBuilder()
            .setModel("chat:keyed")
            .setEndpoint(ChatEndpoint.newBuilder().setModel("small"));

    compare(small);

    assertThat(metric("plumbline_judge_model_attempts_total{model=\"chat:keyed/small\"}"))
        .isEqualTo(2);
    assertThat(
            metric(
                "plumbline_judge_model_tokens_total{kind=\"prompt\",model=\"chat:keyed/small\"}"))
        .isEqualTo(200);
    assertThat(metric("plumbline_judge_model_in_flight{model=\"chat:keyed/small\"}")).isZero();
  }

  private static double metric(String name) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + setting("quarkus.http.test-port") + "/q/metrics");
    String all =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    return all.lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among the meters"));
  }

  @Test
  void refusesMediaThatTheEndpointCannotRead() {
    Comparison plain = comparison("with a file", "GOOD", "BAD");
    Comparison illustrated =
        plain.toBuilder()
            .setA(
                plain.getA().toBuilder()
                    .addParts(
                        ContentPart.newBuilder()
                            .setImage(Media.newBuilder().setUri("file:///etc/passwd"))))
            .build();

    assertThatThrownBy(() -> compare(JudgeSpec.newBuilder().setModel("chat:keyed"), illustrated))
        .hasMessageContaining(
            "comparison.a.parts[1].image.uri: must be an https: or data: address");
  }

  private Verdict compare(JudgeSpec.Builder judge) {
    return compare(judge, comparison("of ModelChoiceTest", "GOOD", "BAD"));
  }

  private Verdict compare(JudgeSpec.Builder judge, Comparison comparison) {
    return judge()
        .compare(CompareRequest.newBuilder().setJudge(judge).setComparison(comparison).build());
  }

  private static Comparison illustrated(ContentPart image) {
    Comparison plain = comparison("with an image", "GOOD", "BAD");
    return plain.toBuilder()
        .setPrompt(
            plain.getPrompt().toBuilder()
                .setMessages(0, plain.getPrompt().getMessages(0).toBuilder().addParts(image)))
        .build();
  }
}
