package io.plumbline.rewardmodels.published;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Human preference dialogues of Anthropic's hh-rlhf, beside the project. */
final class HelpfulHarmlessPairs {
  private static final String ASSISTANT = "\n\nAssistant:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private HelpfulHarmlessPairs() {}

  record Pair(String prompt, String chosen, String rejected) {}

  static List<Pair> read(String name) throws IOException {
    Path file =
        Path.of(
            System.getProperty("plumbline.root", "."),
            "../shared/data/hh_rlhf",
            name + "-base.test.jsonl.gz");
    assumeTrue(Files.exists(file), "published data is absent: " + file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(HelpfulHarmlessPairs::pair).toList();
    }
  }

  private static Pair pair(String line) {
    try {
      JsonNode row = JSON.readTree(line);
      String chosen = row.get("chosen").asText();
      String rejected = row.get("rejected").asText();
      int answer = chosen.lastIndexOf(ASSISTANT);
      return new Pair(chosen.substring(0, answer), last(chosen), last(rejected));
    } catch (IOException unreadable) {
      throw new IllegalStateException("a line of the published data is not JSON", unreadable);
    }
  }

  private static String last(String dialogue) {
    return dialogue.substring(dialogue.lastIndexOf(ASSISTANT) + ASSISTANT.length()).strip();
  }
}
