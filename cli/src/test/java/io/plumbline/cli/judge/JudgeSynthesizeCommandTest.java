package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.SynthesizedPair;
import io.plumbline.api.v1alpha1.Usage;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server over a socket that fails for a prompt, or goes away, the first time. */
class JudgeSynthesizeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private SynthesizeRequest last = SynthesizeRequest.getDefaultInstance();
  private Server server;

  @TempDir Path directory;

  @BeforeEach
  void serve() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new WritesPairs())
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void writesPairsInTheOrderOfThePromptsAndAsksForNothingTwice() throws IOException {
    prompts("{\"id\": \"a\", \"prompt\": \"one\"}", "{\"prompt\": \"two\"}");

    assertThat(run()).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("-o", "json")).isZero();

    assertThat(asked).containsExactlyInAnyOrder("one", "two");
    assertThat(Files.readAllLines(pairs()))
        .containsExactly(
            "{\"id\":\"a/1\",\"prompt\":\"one\",\"chosen\":\"good one\",\"rejected\":\"bad\"}",
            "{\"id\":\"2/1\",\"prompt\":\"two\",\"chosen\":\"good two\",\"rejected\":\"bad\"}");
    JsonNode summary = Json.mapper().readTree(out.toString());
    assertThat(summary.path("asked").asInt()).isZero();
    assertThat(summary.path("pairs").asInt()).isEqualTo(2);
    assertThat(summary.path("states").path("OK").asInt()).isEqualTo(2);
    assertThat(summary.path("cost").asDouble()).isEqualTo(2);
  }

  @Test
  void asksAgainForWhatFailed() throws IOException {
    prompts("{\"prompt\": \"one\"}", "{\"prompt\": \"FAILS\"}");

    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("1 prompts failed and 0 were not asked for");
    assertThat(Files.readAllLines(pairs())).hasSize(1);
    assertThat(run()).isZero();

    assertThat(asked).containsExactlyInAnyOrder("one", "FAILS", "FAILS");
    assertThat(Files.readAllLines(pairs())).hasSize(2);
  }

  // One prompt at a time: the first is written down before the service goes away.
  @Test
  void goesOnAfterTheServiceWentAway() throws IOException {
    prompts("{\"prompt\": \"one\"}", "{\"prompt\": \"GOES AWAY\"}");

    assertThat(run("--parallel", "1")).isEqualTo(1);
    assertThat(err.toString()).contains("judge-service does not answer");
    assertThat(run("--parallel", "1")).isZero();

    assertThat(asked).containsExactly("one", "GOES AWAY", "GOES AWAY");
    assertThat(Files.readAllLines(pairs())).hasSize(2);
  }

  @Test
  void dropsALineThatWasCutOff() throws IOException {
    prompts("{\"prompt\": \"one\"}");
    assertThat(run()).isZero();
    String whole = Files.readString(journal());
    Files.writeString(journal(), whole.substring(0, whole.length() / 2));

    assertThat(run()).isZero();

    assertThat(asked).containsExactly("one", "one");
    assertThat(Files.readString(journal())).isEqualTo(whole);
  }

  @Test
  void asksForAllUnderOtherSettings() throws IOException {
    prompts("{\"prompt\": \"one\"}");

    assertThat(run()).isZero();
    assertThat(run("--rounds", "3", "--protocol", "tools", "--instruction", "Be brief.")).isZero();

    assertThat(asked).containsExactly("one", "one");
    assertThat(last.getRounds()).isEqualTo(3);
    assertThat(last.getJudge().getProtocol()).isEqualTo("tools");
    assertThat(last.getGenerator().getPrinciple()).isEqualTo("Be brief.");
    assertThat(Files.readAllLines(pairs())).hasSize(1);
  }

  // Each prompt costs 1.
  @Test
  void stopsWhenItsBudgetIsSpent() throws IOException {
    prompts("{\"prompt\": \"one\"}", "{\"prompt\": \"two\"}", "{\"prompt\": \"three\"}");

    assertThat(run("--parallel", "1", "--budget", "2")).isEqualTo(1);

    assertThat(asked).containsExactly("one", "two");
    assertThat(err.toString()).contains("0 prompts failed and 1 were not asked for");
  }

  @Test
  void keepsTurnsAsTurns() throws IOException {
    prompts("{\"prompt\": [{\"role\": \"user\", \"content\": \"one\"}]}");

    assertThat(run()).isZero();

    assertThat(Files.readString(pairs()))
        .contains("\"chosen\":[{\"role\":\"assistant\",\"content\":\"good one\"}]");
  }

  @Test
  void leavesAJournalAloneThatAnotherCommandWrites() throws IOException {
    prompts("{\"prompt\": \"one\"}");
    try (SynthesisJournal other = SynthesisJournal.open(journal())) {
      assertThat(run()).isEqualTo(2);
    }

    assertThat(err.toString()).contains("is being written by another command");
    assertThat(asked).isEmpty();
  }

  @Test
  void namesARowThatIsNoPrompt() throws IOException {
    prompts("{\"prompt\": \"one\"}", "{\"prompt\": 7}");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("prompts.jsonl:2: prompt: must be a string or a list");

    prompts("{\"id\": \"x\", \"prompt\": \"one\"}", "{\"id\": \"x\", \"prompt\": \"two\"}");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("two rows have the id 'x'");
  }

  private void prompts(String... rows) throws IOException {
    Files.writeString(
        directory.resolve("prompts.jsonl"),
        String.join("\n", rows) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private Path pairs() {
    return directory.resolve("pairs.jsonl");
  }

  private Path journal() {
    return directory.resolve("pairs.jsonl.journal");
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "judge",
                "synthesize",
                directory.resolve("prompts.jsonl").toString(),
                "--to",
                pairs().toString(),
                "--generator",
                "chat:default",
                "--judge",
                "chat:default",
                "--address",
                "127.0.0.1:" + server.getPort()));
    arguments.addAll(List.of(more));
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private final class WritesPairs extends JudgeServiceGrpc.JudgeServiceImplBase {
    @Override
    public void synthesize(SynthesizeRequest request, StreamObserver<SynthesizeResponse> observer) {
      String prompt = request.getPrompt().getMessages(0).getParts(0).getText();
      boolean first = !asked.contains(prompt);
      asked.add(prompt);
      last = request;
      if (prompt.equals("GOES AWAY") && first) {
        observer.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      SynthesizeResponse.Builder response =
          SynthesizeResponse.newBuilder().setUsage(Usage.newBuilder().setCost(1));
      if (prompt.equals("FAILS") && first) {
        response.setState(VerdictState.VERDICT_STATE_FAILED).setDetail("HTTP 503");
      } else {
        response
            .setState(VerdictState.VERDICT_STATE_OK)
            .addPairs(
                SynthesizedPair.newBuilder()
                    .setRound(1)
                    .setChosen("good " + prompt)
                    .setRejected("bad"));
      }
      observer.onNext(response.build());
      observer.onCompleted();
    }
  }
}
