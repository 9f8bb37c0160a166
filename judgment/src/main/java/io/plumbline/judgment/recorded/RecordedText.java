package io.plumbline.judgment.recorded;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.judgment.reader.JudgeText;
import java.util.List;

/**
 * A judge's text from a file.
 *
 * @param id the row's own id with its JSON type; a missing node where it has none
 * @param texts one, or two where the judge rated each completion on its own
 */
public record RecordedText(JsonNode id, List<JudgeText> texts) {
  public RecordedText {
    requireNonNull(id, "id is null");
    texts = List.copyOf(texts);
    if (texts.isEmpty() || texts.size() > 2) {
      throw new IllegalArgumentException("texts holds " + texts.size() + ", not 1 or 2");
    }
  }
}
