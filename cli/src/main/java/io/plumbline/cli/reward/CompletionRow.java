package io.plumbline.cli.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.RowFormat;

/**
 * A completion of a file: {@code completion} (or {@code text}), and optionally {@code id}, {@code
 * prompt} and {@code reward}.
 *
 * @param id empty where the row has none
 * @param reward null where the row has none
 */
record CompletionRow(String id, String prompt, String completion, Double reward) {

  /** Reads rows. */
  static final class Format implements RowFormat<CompletionRow> {
    @Override
    public CompletionRow read(ObjectNode row) throws BadFieldException {
      JsonNode text = row.has("completion") ? row.get("completion") : row.get("text");
      if (text == null || !text.isTextual()) {
        throw new BadFieldException("completion", "is absent or no text");
      }
      JsonNode reward = row.get("reward");
      if (reward != null && !reward.isNull() && !Double.isFinite(reward.asDouble(Double.NaN))) {
        throw new BadFieldException("reward", "is " + reward + ", no finite number");
      }
      return new CompletionRow(
          row.path("id").asText(""),
          row.path("prompt").asText(""),
          text.asText(),
          reward == null || reward.isNull() ? null : reward.asDouble());
    }

    @Override
    public ObjectNode write(CompletionRow row) {
      ObjectNode written = JsonNodeFactory.instance.objectNode();
      written.put("id", row.id());
      written.put("prompt", row.prompt());
      written.put("completion", row.completion());
      written.put("reward", row.reward());
      return written;
    }
  }
}
