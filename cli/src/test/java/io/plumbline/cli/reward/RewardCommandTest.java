package io.plumbline.cli.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.PlumblineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardCommandTest {
  private static final String SCORED =
      """
      {"id": "a", "prompt": "p", "completion": "x", "reward": 0.5}
      {"id": "b", "prompt": "q", "completion": "x", "reward": 1}
      {"id": "c", "prompt": "p", "completion": "x", "reward": 2}
      {"id": "d", "prompt": "q", "completion": "x", "reward": -1}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void selectsTheBestOfEveryPrompt() throws IOException {
    assertThat(run("select", file(SCORED))).isZero();

    assertThat(out.toString().lines()).containsExactly("c\t2.000000", "b\t1.000000");
  }

  @Test
  void acceptsAllByRejectionSamplingWhereAllAreAskedFor() throws IOException {
    assertThat(
            run(
                "select",
                "--by",
                "rejection-sampling",
                "--beta",
                "1e-9",
                "--samples",
                "2",
                "-o",
                "json",
                file(SCORED)))
        .isZero();

    // Towards temperature 0 the order is that of the rewards.
    assertThat(out.toString().replaceAll("\\s", ""))
        .containsSubsequence("\"id\":\"c\"", "\"id\":\"a\"", "\"id\":\"b\"", "\"id\":\"d\"");
  }

  @Test
  void reportsRowsThatAreNoCompletions() throws IOException {
    assertThat(run("select", file(SCORED + "{\"prompt\": \"p\"}\n"))).isEqualTo(2);

    assertThat(err.toString()).contains(":5: completion: is absent or no text");
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void asksForTheRewardThatIsMissing() throws IOException {
    assertThat(run("select", file("{\"completion\": \"x\"}\n"))).isEqualTo(2);

    assertThat(err.toString()).contains("completion 1 has no reward: score the file first");
  }

  @Test
  void saysHowToStartASuiteWhereNoneRuns() throws IOException {
    assertThat(run("score", "--data", directory.resolve("none").toString(), file(SCORED)))
        .isEqualTo(2);

    assertThat(err.toString()).contains("no suite runs in").contains("plumbline up");
  }

  @Test
  void namesTheLossesThereAre() throws IOException {
    String pairs = file("{\"prompt\": \"p\", \"chosen\": \"a\", \"rejected\": \"b\"}\n");

    assertThat(run("train", "--name", "n", "--loss", "hinge", "--pairs", pairs)).isEqualTo(2);

    assertThat(err.toString())
        .contains("--loss 'hinge' is none of [bradley-terry, margin, scaled, direct-reward]");
  }

  @Test
  void failsOnAFileWithoutPairs() throws IOException {
    assertThat(run("bench", "--pairs", file("{\"chosen\": \"a\"}\n"))).isEqualTo(2);

    assertThat(err.toString()).contains("holds no preference pair");
  }

  private int run(String command, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "reward";
    all[1] = command;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private String file(String content) throws IOException {
    return Files.writeString(directory.resolve("rows.jsonl"), content).toString();
  }
}
