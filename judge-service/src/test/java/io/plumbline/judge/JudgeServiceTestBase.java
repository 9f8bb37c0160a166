package io.plumbline.judge;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceFutureStub;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.judge.stub.Behaviour;
import io.plumbline.judge.stub.StubModels;
import io.plumbline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running judge-service on a real PostgreSQL, asked over gRPC. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(StubModels.class)
abstract class JudgeServiceTestBase {
  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(setting("stub.own.port")))
            .usePlaintext()
            .build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  JudgeServiceBlockingStub judge() {
    return JudgeServiceGrpc.newBlockingStub(channel);
  }

  EvaluationServiceBlockingStub evaluations() {
    return EvaluationServiceGrpc.newBlockingStub(channel);
  }

  JudgeServiceFutureStub judgeLater() {
    return JudgeServiceGrpc.newFutureStub(channel);
  }

  LeaderboardServiceBlockingStub leaderboards() {
    return LeaderboardServiceGrpc.newBlockingStub(channel);
  }

  /** How many completions the stub endpoint was asked for. */
  static int upstreamCalls() throws IOException, InterruptedException {
    return stubCounter("/calls");
  }

  /** How many of them it gave no answer to. */
  static int spoiled() throws IOException, InterruptedException {
    return stubCounter("/spoiled");
  }

  /** How many requests the stub holds back. */
  static int held() throws IOException, InterruptedException {
    return stubCounter("/held");
  }

  /** Lets the stub answer what it holds back. */
  static void release() throws IOException, InterruptedException {
    stub("/release");
  }

  /** The last request that the stub got: {@code authorization} and {@code body}. */
  static JsonObject lastRequest() throws IOException, InterruptedException {
    return new JsonObject(stub("/last"));
  }

  private static int stubCounter(String path) throws IOException, InterruptedException {
    return Integer.parseInt(stub(path));
  }

  private static String stub(String path) throws IOException, InterruptedException {
    return text(URI.create(setting("stub.chat.url") + path));
  }

  /** What stands at an address. */
  static String text(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  static JudgeSpec chat(Behaviour behaviour) {
    return JudgeSpec.newBuilder()
        .setName(behaviour.name())
        .setModel("chat:default")
        .setPrinciple(behaviour.principle())
        .build();
  }

  static JudgeSpec reward(String model, double temperature) {
    return JudgeSpec.newBuilder()
        .setName(model)
        .setModel("reward:" + model)
        .setTemperature(temperature)
        .build();
  }

  static Comparison comparison(String id, String a, String b) {
    return Comparison.newBuilder()
        .setId(id)
        .setPrompt(
            Prompt.newBuilder()
                .setId("prompt of " + id)
                .addMessages(
                    Message.newBuilder().setRole(Role.ROLE_USER).addParts(text("Tell me, " + id))))
        .setA(Completion.newBuilder().addParts(text(a)))
        .setB(Completion.newBuilder().addParts(text(b)))
        .build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
