package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.PlumblineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeReadCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void printsOneRowPerTextWithItsOwnIdOrTheLineNumber() throws IOException {
    int exitCode =
        read(
            "llmbar",
            """
            {"id": "x", "completion": "Output (b)"}
            {"completion": "Output (a) is better."}
            {"id": 7, "completion": "Neither."}
            {"id": 8, "completion": ["9", "7"]}
            """);

    assertThat(exitCode).isZero();
    assertThat(out)
        .hasToString(
            """
            {"id":"x","state":"OK","verdict":2}
            {"id":2,"state":"OK","verdict":1}
            {"id":7,"state":"UNPARSEABLE","verdict":null,"reason":"no Output (a) or Output (b) as\
             the authors read it"}
            {"id":8,"state":"OK","verdict":1}
            """);
  }

  @Test
  void readsByTheRuleOfTheStrategyWhereTheRowNamesIt() throws IOException {
    read(
        "llmbar",
        """
        {"completion": "# Output (a) is better.", "e": "Falcon", "st": "Metrics"}
        {"completion": "# Output (a) is better.", "e": "Falcon", "st": "CoT"}
        """);

    assertThat(out.toString())
        .startsWith("{\"id\":1,\"state\":\"UNPARSEABLE\",\"verdict\":null")
        .endsWith("{\"id\":2,\"state\":\"OK\",\"verdict\":1}\n");
  }

  @Test
  void reportsBadRowsByLineAndReadsOn() throws IOException {
    int exitCode = read("mt-bench", "{\"text\": 1}\n{\"completion\": \"[[A]]\"}\n");

    assertThat(exitCode).isEqualTo(2);
    assertThat(out).hasToString("{\"id\":2,\"state\":\"OK\",\"verdict\":1}\n");
    assertThat(err.toString().lines())
        .containsExactly(
            "plumbline: "
                + directory.resolve("texts.jsonl")
                + ":1: completion: must be a string, or a list of two ratings, found nothing",
            "plumbline: 1 rows could not be read");
  }

  @Test
  void namesTheReadersWhenThereIsNoneOfThatName() throws IOException {
    assertThat(read("oracle", "")).isEqualTo(2);
    assertThat(err.toString()).contains("--reader 'oracle' is none of [alpaca-eval, arena-hard");
  }

  private int read(String reader, String texts) throws IOException {
    Path file = Files.writeString(directory.resolve("texts.jsonl"), texts);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("judge", "read", "--reader", reader, file.toString());
  }
}
