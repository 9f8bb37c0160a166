package io.plumbline.blackbox.platform;

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

/** What every service offers besides its contract; each service's tests have a class of this. */
public abstract class PlatformChecks {
  private final Service service;
  private final Doors doors;

  protected PlatformChecks(Service service) {
    this.service = service;
    this.doors = Doors.of(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  public void isUp(String probe) throws Exception {
    var answer = doors.get("/q/health/" + probe);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new ObjectMapper().readTree(answer.body()).path("status").asText()).isEqualTo("UP");
  }

  @Test
  public void servesOverGrpc() {
    assertThat(
            HealthGrpc.newBlockingStub(doors.channel())
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  public void countsRequestsForPrometheus() throws Exception {
    // Requests to /q/ are not counted.
    doors.get("/v1alpha1/no-such-path");

    assertThat(doors.get("/q/metrics").body()).contains("http_server_requests_seconds_count");
  }

  @Test
  public void describesItsRestDoor() throws Exception {
    assertThat(doors.get(service.openApi()).body()).contains("openapi: 3");
  }
}
