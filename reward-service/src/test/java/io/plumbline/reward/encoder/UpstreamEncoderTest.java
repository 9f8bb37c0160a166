package io.plumbline.reward.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.EmbedResponse;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.reward.RestCalls;
import io.plumbline.reward.StubbedServiceTestBase;
import io.plumbline.reward.stub.StubLog;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub's vector is (3, 4, 0, 0), of length 5: at unit length (0.6, 0.8, 0, 0). */
@QuarkusTest
class UpstreamEncoderTest extends StubbedServiceTestBase {

  @Test
  void scalesTheServersVectorsToUnitLength() {
    EmbedResponse response = embed("plain", "simple");

    FloatBuffer values =
        response
            .getEmbeddings()
            .getData()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertThat(response.getEncoder()).isEqualTo("stub-embedder");
    assertThat(response.getEmbeddings().getShapeList()).containsExactly(2L, 4L);
    assertThat(values.get(4)).isCloseTo(0.6f, within(1e-6f));
    assertThat(values.get(5)).isCloseTo(0.8f, within(1e-6f));
    assertThat(values.get(6)).isZero();
  }

  @Test
  void asksAsOpenAiSays() throws Exception {
    embed("asked once");

    JsonNode request = StubLog.of("asked once").get(0);
    assertThat(request.get("path").asText()).isEqualTo("/v1/embeddings");
    assertThat(request.at("/body/model").asText()).isEqualTo("stub-embedder");
    assertThat(request.at("/body/input/0").asText()).isEqualTo("asked once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY", "FLAKY"})
  void triesAgainWhereThatMayHelp(String text) throws Exception {
    assertThat(embed(text).getEmbeddings().getShapeList()).containsExactly(1L, 4L);

    assertThat(StubLog.of(text)).hasSize(2);
  }

  // Two retries are set, so three attempts; what would fail again is asked once.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DOWN   | UNAVAILABLE         | 3 | plumbline.reward.encoder.url) is not available: HTTP 503
          RESET  | UNAVAILABLE         | 3 | plumbline.reward.encoder.url) is not available: connection
          HALF   | UNAVAILABLE         | 3 | plumbline.reward.encoder.url) is not available: connection
          SLOW   | UNAVAILABLE         | 3 | is not available: deadline exceeded
          BROKEN | FAILED_PRECONDITION | 1 | what is no JSON
          PAGE   | FAILED_PRECONDITION | 1 | look at plumbline.reward.encoder.url
          NAN    | FAILED_PRECONDITION | 1 | NaN in a vector: look at plumbline.reward.encoder.model
          FEW    | FAILED_PRECONDITION | 1 | 0 vectors for 1 texts
          SHORT  | FAILED_PRECONDITION | 1 | 3 numbers, not of 4: look at plumbline.reward.encoder.dimensions
          HUGE   | FAILED_PRECONDITION | 1 | more than 65536 bytes: look at plumbline.reward.encoder.largest-answer
          LONG   | FAILED_PRECONDITION | 1 | maximum context length
          LOCKED | FAILED_PRECONDITION | 1 | HTTP 401
          """)
  void saysWhatIsWrongWithTheServer(String text, Status.Code code, int attempts, String words)
      throws Exception {
    assertFails(code, words, () -> embed(text));

    assertThat(StubLog.of('"' + text + '"')).hasSize(attempts);
  }

  @Test
  void tellsTheRestDoorToo() throws Exception {
    HttpResponse<String> away = rest().post("v1alpha1/score", relevance("DOWN too"));
    HttpResponse<String> wrong = rest().post("v1alpha1/score", relevance("NAN too"));

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).contains("1");
    assertThat(wrong.statusCode()).isEqualTo(502);
    assertThat(RestCalls.json(wrong).get("detail").asText())
        .contains("plumbline.reward.encoder.model");
  }

  @Test
  void answersOthersWhileTheServerIsSilent() throws Exception {
    Future<EmbedResponse> waiting =
        RewardServiceGrpc.newFutureStub(channel())
            .embed(EmbedRequest.newBuilder().addTexts("HELD").build());
    while (StubLog.of("HELD").isEmpty()) {
      Thread.onSpinWait();
    }

    rewards().getRewardModel(GetRewardModelRequest.newBuilder().setName("relevance").build());
    boolean silent = !waiting.isDone();
    StubLog.release();

    assertThat(silent).isTrue();
    assertThat(waiting.get().getEmbeddings().getShapeList()).containsExactly(1L, 4L);
  }

  @Test
  void trainsHeadsOnTheServersVectors() {
    HeadTraining created = trainings().createHeadTraining(aboutDogs("served", "served"));
    List<RunEvent> events = watch(created.getStatus().getId(), 0);

    // The stub knows no difference between texts, so every margin is 0 and the optimum is w = 0.
    assertThat(events.get(events.size() - 1).getState().name()).isEqualTo("RUN_STATE_SUCCEEDED");
  }

  private EmbedResponse embed(String... texts) {
    return rewards().embed(EmbedRequest.newBuilder().addAllTexts(List.of(texts)).build());
  }

  private static String relevance(String text) {
    return "{\"model\": \"relevance\", \"principle\": \"p\", \"completions\": [{\"id\": \"a\", \"text\": \"%s\"}]}"
        .formatted(text);
  }
}
