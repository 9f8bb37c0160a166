package io.plumbline.judgment.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.PreferencePair;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.PreferencePairFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Comparisons as rows: {@code prompt, a, b}, or TRL's {@code prompt, chosen, rejected} (chosen is
 * the first); optionally {@code id}, {@code cluster}, {@code principle} and {@code material}, an
 * object of texts.
 */
public final class QuestionFormat {
  private final PreferencePairFormat pairs = new PreferencePairFormat();

  /**
   * @param number what names the row where it has no id
   */
  public Question read(ObjectNode row, long number) throws BadFieldException {
    ObjectNode renamed = row.deepCopy();
    rename(renamed, "a", "chosen");
    rename(renamed, "b", "rejected");
    PreferencePair pair = pairs.read(renamed);
    String id = pair.id().isEmpty() ? Long.toString(number) : pair.id();
    String cluster = row.path("cluster").asText("");
    return new Question(
        new Comparison(
            id,
            cluster.isEmpty() ? pair.prompt().text() : cluster,
            pair.prompt(),
            pair.chosen(),
            pair.rejected()),
        row.path("principle").asText(""),
        material(row));
  }

  private static void rename(ObjectNode row, String from, String to) {
    if (row.has(from) && !row.has(to)) {
      row.set(to, row.get(from));
    }
  }

  private static Map<String, String> material(ObjectNode row) throws BadFieldException {
    Map<String, String> material = new TreeMap<>();
    for (Map.Entry<String, JsonNode> text : row.path("material").properties()) {
      if (!text.getValue().isTextual()) {
        throw new BadFieldException("material." + text.getKey(), "must be a string");
      }
      material.put(text.getKey(), text.getValue().textValue());
    }
    return material;
  }
}
