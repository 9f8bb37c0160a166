package io.plumbline.judgment.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.RowFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns {@code completion} (a text, or two ratings), and optionally {@code id}, {@code stop} (why
 * the judge stopped), {@code e} (the judge) and {@code st} (the prompting strategy).
 */
public final class RecordedTextFormat implements RowFormat<RecordedText> {

  @Override
  public RecordedText read(ObjectNode row) throws BadFieldException {
    JsonNode completion = row.path("completion");
    List<JudgeText> texts = new ArrayList<>();
    // A judge that returned nothing at all is recorded as null by some.
    if (completion.isTextual() || completion.isNull()) {
      texts.add(text(row, completion));
    } else if (completion.isArray() && completion.size() == 2) {
      texts.add(text(row, completion.get(0)));
      texts.add(text(row, completion.get(1)));
    } else {
      throw new BadFieldException(
          "completion", "must be a string, or a list of two ratings, found " + kind(completion));
    }
    return new RecordedText(row.path("id"), texts);
  }

  @Override
  public ObjectNode write(RecordedText recorded) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    JudgeText first = recorded.texts().get(0);
    row.set("id", recorded.id());
    if (recorded.texts().size() == 1) {
      row.put("completion", first.text());
    } else {
      ArrayNode ratings = row.putArray("completion");
      recorded.texts().forEach(text -> ratings.add(text.text()));
    }
    row.put("stop", first.stopReason());
    row.put("e", first.evaluator());
    return row.put("st", first.strategy());
  }

  private static JudgeText text(ObjectNode row, JsonNode completion) throws BadFieldException {
    if (!completion.isTextual() && !completion.isNumber() && !completion.isNull()) {
      throw new BadFieldException("completion", "must hold strings, found " + kind(completion));
    }
    return new JudgeText(
        completion.isNull() ? "" : completion.asText(),
        label(row, "stop"),
        label(row, "e"),
        label(row, "st"));
  }

  private static String label(ObjectNode row, String name) {
    return row.hasNonNull(name) ? row.get(name).asText() : "";
  }

  private static String kind(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().toString();
  }
}
