package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The sidecar as a process. */
class ObjectiveServerMainTest {
  private static final int TERMINATED = 128 + 15;

  @Test
  void servesUntilItIsTerminated() throws Exception {
    Process sidecar = start("0");
    try (BufferedReader out = sidecar.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("objectives-server: listening on 127.0.0.1:");
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
      try {
        assertThat(
                HealthGrpc.newBlockingStub(channel)
                    .check(
                        HealthCheckRequest.newBuilder()
                            .setService("plumbline.v1alpha1.Objectives")
                            .build())
                    .getStatus())
            .isEqualTo(ServingStatus.SERVING);
        assertThat(
                ObjectivesGrpc.newBlockingStub(channel)
                    .evaluate(Requests.dpoOfOnePair().build())
                    .getLoss())
            .isCloseTo(Math.log(2), within(1e-15));
      } finally {
        channel.shutdownNow();
      }

      sidecar.destroy();

      assertThat(sidecar.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(sidecar.exitValue()).isEqualTo(TERMINATED);
    } finally {
      sidecar.destroyForcibly();
    }
  }

  @Test
  void saysInOneLineThatItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(errorOf(start(String.valueOf(taken.getLocalPort()))))
          .isEqualTo(
              "objectives-server: cannot listen on 127.0.0.1:%d (Address already in use); choose another port%n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void namesTheVariableThatHoldsNoNumber() throws Exception {
    assertThat(errorOf(start("many")))
        .isEqualTo(
            "objectives-server: PLUMBLINE_OBJECTIVES_PORT: 'many' is not a whole number%n"
                .formatted());
  }

  private static String errorOf(Process sidecar) throws Exception {
    try {
      assertThat(sidecar.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(sidecar.exitValue()).isEqualTo(2);
      return new String(sidecar.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      sidecar.destroyForcibly();
    }
  }

  private static Process start(String port) throws IOException {
    ProcessBuilder sidecar =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ObjectiveServerMain.class.getName()));
    sidecar.environment().put("PLUMBLINE_OBJECTIVES_PORT", port);
    return sidecar.start();
  }
}
