package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service offers besides its contract. */
class PlatformTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void isUp(String probe) throws Exception {
    var answer = DOORS.get("/q/health/" + probe);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(answer.body()).path("status").asText()).isEqualTo("UP");
  }

  @Test
  void servesOverGrpc() {
    assertThat(
            HealthGrpc.newBlockingStub(DOORS.channel())
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void countsRequestsForPrometheus() throws Exception {
    DOORS.get("/q/health/ready");

    assertThat(DOORS.get("/q/metrics").body()).contains("http_server_requests_seconds_count");
  }

  @Test
  void describesItsRestDoor() throws Exception {
    assertThat(DOORS.get(Service.REWARD.openApi()).body()).contains("openapi: 3");
  }
}
