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
import picocli.CommandLine;

class JudgeSelectCommandTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("plumbline.root"), "docs/examples/selection");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  // As in AgreementSelectionTest: 1, 0.6 and 0; the jury names what critique names.
  @Test
  void ranksByLabelsWithTheJury() {
    assertThat(
            run(
                "--labels",
                example("people"),
                example("single"),
                example("critique"),
                example("debate")))
        .isZero();
    assertThat(out.toString().lines())
        .extracting(line -> line.substring(0, line.indexOf(",\"n\"")))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("{\"name\":\"debate\",\"kappa\":1.0"),
            second -> assertThat(second).startsWith("{\"name\":\"critique\",\"kappa\":0.6"),
            third -> assertThat(third).startsWith("{\"name\":\"jury\",\"kappa\":0.6"),
            fourth -> assertThat(fourth).isEqualTo("{\"name\":\"single\",\"kappa\":0.0"));
  }

  @Test
  void oneFileHasNothingToAgreeWith() {
    assertThat(run(example("single"))).isEqualTo(2);
    assertThat(err.toString()).contains("one file has no other to agree with");
  }

  @Test
  void namesTheFieldOfABadRow() throws IOException {
    Path bad =
        Files.writeString(directory.resolve("bad.jsonl"), "{\"id\": \"p1\", \"winner\": \"c\"}\n");

    assertThat(run("--labels", example("people"), bad.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("winner").contains("must be a, b, tie or null");
  }

  private static String example(String name) {
    return EXAMPLES.resolve(name + ".jsonl").toString();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "judge";
    all[1] = "select";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    CommandLine line = PlumblineCommand.commandLine();
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all);
  }
}
