package io.plumbline.judgment.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.replay.QuestionFormat;
import io.plumbline.preference.format.BadFieldException;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Pairs as rows: those of {@link QuestionFormat}, LLMBar's ({@code input, output_1, output_2,
 * label}) or {@code prompt, generated, human}. Gold is {@code gold} ({@code a}, {@code b}, {@code
 * tie} or what completion a scores, 0 to 1), LLMBar's {@code label}, or a win of {@code chosen}.
 */
public final class AuditPairFormat {
  private static final Map<String, String> NAMES =
      Map.of(
          "input", "prompt",
          "output_1", "a",
          "output_2", "b",
          "generated", "a",
          "human", "b");

  private final QuestionFormat questions = new QuestionFormat();

  /**
   * @param number what names the row where it has no id
   */
  public AuditPair read(ObjectNode row, long number) throws BadFieldException {
    ObjectNode renamed = row.deepCopy();
    NAMES.forEach(
        (from, to) -> {
          if (renamed.has(from) && !renamed.has(to)) {
            renamed.set(to, renamed.get(from));
          }
        });
    return new AuditPair(questions.read(renamed, number), gold(row));
  }

  private static OptionalDouble gold(ObjectNode row) throws BadFieldException {
    if (row.hasNonNull("gold")) {
      return OptionalDouble.of(gold(row.get("gold")));
    }
    if (row.hasNonNull("label") && row.has("output_1")) {
      return OptionalDouble.of(row.get("label").asInt() == 1 ? 1 : 0);
    }
    return row.has("chosen") && !row.has("a") ? OptionalDouble.of(1) : OptionalDouble.empty();
  }

  private static double gold(JsonNode gold) throws BadFieldException {
    if (gold.isNumber() && gold.doubleValue() >= 0 && gold.doubleValue() <= 1) {
      return gold.doubleValue();
    }
    return switch (gold.asText()) {
      case "a" -> 1;
      case "b" -> 0;
      case "tie" -> 0.5;
      default -> throw new BadFieldException("gold", "must be a, b, tie or a number from 0 to 1");
    };
  }
}
