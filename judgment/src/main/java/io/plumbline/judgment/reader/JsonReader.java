package io.plumbline.judgment.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judgment.verdict.Winner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JSON object, alone or as the only code block of the text, with {@code winner}, {@code
 * verdict}, {@code choice}, {@code preference} or {@code better} (A, B, tie, …) or with {@code
 * score} or {@code rating} (a number, on the judge's own scale), in any case. Where several of
 * these fields stand, a choice beside a score among them, all must say the same, else the object is
 * UNPARSEABLE, and so is one that names a field twice.
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
  private static final Pattern BLOCK =
      Pattern.compile("[A-Za-z0-9]{0,12}\\s*(\\{.*)", Pattern.DOTALL);

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
    if (close < 0) {
      return Optional.empty();
    }
    int end = close + FENCE.length();
    String around = stripped.substring(0, open) + stripped.substring(end);
    if (around.contains(FENCE) || around.contains("{") || Denial.isAround(stripped, open, end)) {
      return Optional.empty();
    }
    Matcher block = BLOCK.matcher(stripped.substring(open + FENCE.length(), close));
    return block.matches() ? Optional.of(block.group(1)) : Optional.empty();
  }

  private static Reading read(JsonNode node) {
    Set<Reading> found = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey().strip().toLowerCase(Locale.ROOT);
      JsonNode value = field.getValue();
      if (!value.isNull() && CHOICES.contains(name)) {
        found.add(
            winner(value.asText())
                .map(Reading::choice)
                .orElse(Reading.unparseable(name + " is none of A, B, tie")));
      } else if (!value.isNull() && SCORES.contains(name)) {
        found.add(
            value.isNumber() && Double.isFinite(value.doubleValue())
                ? new Reading.Score(value.doubleValue())
                : Reading.unparseable(name + " is no finite number"));
      }
    }
    if (found.isEmpty()) {
      return Reading.unparseable("neither a choice nor a score in the JSON object");
    }
    return found.size() == 1
        ? found.iterator().next()
        : Reading.unparseable("contradictory fields: " + found);
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
