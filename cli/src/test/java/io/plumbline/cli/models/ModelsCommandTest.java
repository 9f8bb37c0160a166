package io.plumbline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.PlumblineCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
  // FIPS 180-2, appendix B.1.
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void listsTheCatalogue() {
    assertThat(run("models", "list")).isZero();

    assertThat(out.toString()).contains("stories15M").contains("MIT");
  }

  @Test
  void printsWhereAPinnedFileLies() throws Exception {
    Path file = Files.writeString(directory.resolve("weights"), "abc");

    assertThat(run("models", "pull", "file:" + file + "#sha256=" + SHA256_OF_ABC)).isZero();

    assertThat(out.toString().strip()).isEqualTo(file.toString());
  }

  @Test
  void refusesAnUnknownReferenceInOneLine() {
    assertThat(run("models", "pull", "stories16M")).isEqualTo(2);

    assertThat(err.toString().strip())
        .contains("stories16M")
        .contains("file:")
        .doesNotContain("\n");
  }

  @Test
  void refusesAWrongHashInOneLine() throws Exception {
    Path file = Files.writeString(directory.resolve("weights"), "abd");

    assertThat(run("models", "pull", "file:" + file + "#sha256=" + SHA256_OF_ABC)).isEqualTo(2);

    assertThat(err.toString().strip()).contains(SHA256_OF_ABC).doesNotContain("\n");
  }

  private int run(String... arguments) {
    CommandLine command = PlumblineCommand.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }
}
