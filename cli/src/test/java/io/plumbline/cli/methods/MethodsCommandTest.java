package io.plumbline.cli.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.cli.PlumblineCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MethodsCommandTest {
  private final StringWriter out = new StringWriter();

  @Test
  void printsTheCommandOfABuiltMethod() {
    assertThat(execute("methods", "R3", "relevance")).isZero();

    assertThat(out.toString()).contains("8  R3 (reward, built)", "$ plumbline demo");
  }

  @Test
  void printsOneJsonDocument() throws Exception {
    assertThat(execute("methods", "-o", "json")).isZero();

    JsonNode document = new ObjectMapper().readTree(out.toString());
    assertThat(document).hasSize(210);
    assertThat(document.get(89).get("name").asText()).isEqualTo("length-controlled AlpacaEval");
  }

  @Test
  void saysWhenNothingMatches() {
    assertThat(execute("methods", "astrology")).isEqualTo(1);

    assertThat(out.toString()).contains("No method matches \"astrology\"");
  }

  private int execute(String... arguments) {
    CommandLine command = PlumblineCommand.commandLine();
    command.setOut(new PrintWriter(out));
    return command.execute(arguments);
  }
}
