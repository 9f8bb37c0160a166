package io.plumbline.judgment.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One JSON object, alone or as the only code block of the text, with {@code winner}, {@code
 * verdict}, {@code choice} or {@code preference} (A, B, tie, …) or with {@code score} or {@code
 * rating} (a number). Several of these fields that contradict each other are UNPARSEABLE, and so is
 * an object that names a field twice.
 */
public final class JsonReader implements VerdictReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  private static final List<String> CHOICES =
      List.of("winner", "verdict", "choice", "preference", "better");
  private static final List<String> SCORES = List.of("score", "rating");
  private static final String FENCE = "```";

  @Override
  public Reading read(JudgeText text) {
    Optional<String> candidate = object(text.text());
    if (candidate.isEmpty()) {
      return Refusal.in(text).orElse(Reading.unparseable("no JSON object alone in the text"));
    }
    JsonNode node;
    try {
      node = JSON.readTree(candidate.get());
    } catch (JsonProcessingException invalid) {
      return Reading.unparseable("no valid JSON: " + invalid.getOriginalMessage());
    }
    return node.isObject() ? read(node) : Reading.unparseable("JSON, but no object");
  }

  private static Optional<String> object(String text) {
    String stripped = text.strip();
    if (stripped.startsWith("{")) {
      return Optional.of(stripped);
    }
    int open = stripped.indexOf(FENCE);
    int close = open < 0 ? -1 : stripped.indexOf(FENCE, open + FENCE.length());
    if (close < 0 || stripped.indexOf(FENCE, close + FENCE.length()) >= 0) {
      return Optional.empty();
    }
    String block = stripped.substring(open + FENCE.length(), close);
    int start = block.indexOf('{');
    return start < 0 ? Optional.empty() : Optional.of(block.substring(start).strip());
  }

  private static Reading read(JsonNode node) {
    Reading found = null;
    for (String name : CHOICES) {
      if (node.hasNonNull(name)) {
        Optional<Winner> winner = winner(node.get(name).asText());
        if (winner.isEmpty()) {
          return Reading.unparseable(name + " is none of A, B, tie");
        }
        Reading choice = Reading.choice(winner.get());
        if (found != null && !found.equals(choice)) {
          return Reading.unparseable("contradictory fields");
        }
        found = choice;
      }
    }
    return found != null ? found : score(node);
  }

  private static Reading score(JsonNode node) {
    for (String name : SCORES) {
      JsonNode value = node.path(name);
      if (value.isNumber() && Double.isFinite(value.doubleValue())) {
        return new Reading.Score(value.doubleValue());
      }
    }
    return Reading.unparseable("neither a choice nor a score in the JSON object");
  }

  private static Optional<Winner> winner(String label) {
    return switch (label.strip().toLowerCase(Locale.ROOT)) {
      case "a", "1", "first", "model_a", "output (a)", "output_1", "response_a" ->
          Optional.of(Winner.FIRST);
      case "b", "2", "second", "model_b", "output (b)", "output_2", "response_b" ->
          Optional.of(Winner.SECOND);
      case "c", "tie", "equal", "both" -> Optional.of(Winner.TIE);
      default -> Optional.empty();
    };
  }
}
