package io.plumbline.cli.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.cli.PlumblineCommand;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ObjectivesServeCommandTest {
  @Test
  void servesUntilItIsTerminated() throws Exception {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlumblineCommand.class.getName(),
                "objectives",
                "serve",
                "--port",
                "0")
            .start();
    try (BufferedReader out = command.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("listening on 127.0.0.1:");
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
      try {
        assertThat(
                ObjectivesGrpc.newBlockingStub(channel)
                    .getObjective(GetObjectiveRequest.newBuilder().setName("dpo").build())
                    .getSource())
            .contains("2305.18290");
      } finally {
        channel.shutdownNow();
      }

      command.destroy();

      assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      command.destroyForcibly();
    }
  }

  @Test
  void saysInOneLineThatItsPortIsTaken() throws Exception {
    StringWriter err = new StringWriter();
    CommandLine command = PlumblineCommand.commandLine().setErr(new PrintWriter(err));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(command.execute("objectives", "serve", "--port", String.valueOf(port)))
          .isEqualTo(2);
      assertThat(err.toString())
          .isEqualTo(
              "plumbline: cannot listen on 127.0.0.1:%d (Address already in use); choose another port%n"
                  .formatted(port));
    }
  }
}
