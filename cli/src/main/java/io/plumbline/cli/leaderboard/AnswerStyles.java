package io.plumbline.cli.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.cli.output.Json;
import io.plumbline.statistics.leaderboard.arenahard.AnswerStyle;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The styles of models' answers by model and question, from Arena-Hard's answer files: as their
 * metadata state them, else counted in the text.
 */
record AnswerStyles(Map<String, Map<String, AnswerStyle>> byModel) {

  static AnswerStyles read(List<Path> files) {
    Map<String, Map<String, AnswerStyle>> byModel = new HashMap<>();
    for (Path file : files) {
      TextFile.read(file, (reader, source) -> add(byModel, reader, source));
    }
    return new AnswerStyles(byModel);
  }

  /** Null where the answer is not in the files. */
  AnswerStyle of(String model, String question) {
    return byModel.getOrDefault(model, Map.of()).get(question);
  }

  private static int add(
      Map<String, Map<String, AnswerStyle>> byModel, BufferedReader reader, String source)
      throws IOException {
    int line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      JsonNode answer = parse(text, source, line);
      String question = answer.path("uid").asText(answer.path("question_id").asText(""));
      String model = answer.path("model").asText(answer.path("model_id").asText(""));
      if (question.isEmpty() || model.isEmpty()) {
        throw new UsageException(
            "%s, line %d: an answer needs uid and model".formatted(source, line));
      }
      AnswerStyle style = style(answer, source, line);
      // Judgment files give models without the path before their name.
      for (String name :
          new HashSet<>(List.of(model, model.substring(model.lastIndexOf('/') + 1)))) {
        byModel.computeIfAbsent(name, key -> new HashMap<>()).put(question, style);
      }
    }
    return line;
  }

  private static JsonNode parse(String text, String source, int line) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UsageException(
          "%s, line %d: %s".formatted(source, line, broken.getOriginalMessage()), broken);
    }
  }

  private static AnswerStyle style(JsonNode answer, String source, int line) {
    JsonNode metadata =
        answer.has("metadata") ? answer.path("metadata") : answer.path("conv_metadata");
    if (metadata.has("token_len")) {
      return new AnswerStyle(
          metadata.path("token_len").asDouble(),
          sum(metadata.path("header_count")),
          sum(metadata.path("list_count")),
          sum(metadata.path("bold_count")));
    }
    JsonNode messages = answer.path("messages");
    JsonNode content = messages.path(messages.size() - 1).path("content");
    JsonNode text =
        messages.isEmpty()
            ? answer.path("choices").path(0).path("turns").path(0).path("content")
            : content.has("answer") ? content.path("answer") : content;
    if (!text.isTextual()) {
      throw new UsageException(
          "%s, line %d: has neither metadata nor the text of an answer".formatted(source, line));
    }
    return AnswerStyle.of(text.asText());
  }

  private static double sum(JsonNode counts) {
    if (counts.isNumber()) {
      return counts.asDouble();
    }
    double sum = 0;
    for (JsonNode count : counts) {
      sum += count.asDouble();
    }
    return sum;
  }
}
