package io.plumbline.judgment.recorded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The judge texts of LLMBar's authors with the winners that they read. */
public final class LlmBarTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LlmBarTexts() {}

  /** The winner that the authors read, in the order of the text: 1, 2 or null. */
  public static String authors(ObjectNode row) {
    if (row.get("winner").isNull()) {
      return "null";
    }
    int winner = row.get("winner").asInt();
    return Integer.toString(row.get("swap").asBoolean() ? 3 - winner : winner);
  }

  /** All rows; the test is passed over where the file is absent. */
  public static List<ObjectNode> rows() throws IOException {
    Path file =
        Path.of(
            System.getProperty("plumbline.root", "."),
            "../shared/data/llmbar/judge_completions.jsonl.gz");
    assumeTrue(Files.exists(file), "LLMBar's judge texts are not here: " + file);
    List<ObjectNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add((ObjectNode) JSON.readTree(line));
      }
    }
    return rows;
  }
}
