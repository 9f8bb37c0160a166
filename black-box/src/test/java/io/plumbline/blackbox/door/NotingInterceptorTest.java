package io.plumbline.blackbox.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.health.v1.HealthGrpc.HealthBlockingStub;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotingInterceptorTest {
  private static final String CHECK = "grpc.health.v1.Health/Check";
  private static final String WATCH = "grpc.health.v1.Health/Watch";

  private final Calls calls = new Calls();
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void open() throws IOException {
    server = Answers.start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void notesWhatAnswersWell() {
    HealthBlockingStub health = health(Duration.ofMinutes(1));

    assertThatThrownBy(() -> health.check(named("bad"))).hasMessageStartingWith("NOT_FOUND");
    assertThat(calls.grpc()).isEmpty();
    health.check(named("good"));
    assertThat(calls.grpc()).containsExactly(CHECK);
  }

  @Test
  void notesAStreamAtItsFirstMessage() {
    assertThat(health(Duration.ofMinutes(1)).watch(named("any")).hasNext()).isTrue();
    assertThat(calls.grpc()).containsExactly(WATCH);
  }

  @Test
  void waitsForNoAnswerLongerThanItsDeadline() {
    HealthBlockingStub health = health(Duration.ofMillis(50));

    assertThatThrownBy(() -> health.check(named("none"))).hasMessageStartingWith("DEADLINE");
    assertThatThrownBy(() -> health.watch(named("any")).forEachRemaining(each -> {}))
        .hasMessageStartingWith("DEADLINE");
  }

  private HealthBlockingStub health(Duration deadline) {
    return HealthGrpc.newBlockingStub(
        ClientInterceptors.intercept(channel, new NotingInterceptor(calls, deadline)));
  }

  private static HealthCheckRequest named(String service) {
    return HealthCheckRequest.newBuilder().setService(service).build();
  }
}
