package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code ./plumbline} command line in the documentation parses. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("plumbline.root"));

  private static final Pattern COMMAND =
      Pattern.compile("^(?:[A-Z_]+=\\S+ )*\\./plumbline (.*?)(?:\\s+#.*)?$", Pattern.MULTILINE);

  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static List<String> documentedCommands() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<String> commands = new ArrayList<>();
    for (Path page : pages) {
      COMMAND
          .matcher(Files.readString(page))
          .results()
          .forEach(match -> commands.add(match.group(1)));
    }
    return commands;
  }

  @Test
  void findsTheDemoInTheReadme() throws IOException {
    assertThat(documentedCommands()).first().isEqualTo("demo --quick");
  }

  @ParameterizedTest(name = "./plumbline {0}")
  @MethodSource("documentedCommands")
  void parses(String command) {
    String[] arguments =
        ARGUMENT
            .matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toArray(String[]::new);

    assertThatCode(() -> PlumblineCommand.commandLine().parseArgs(arguments))
        .doesNotThrowAnyException();
  }
}
