package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.BinaryFeedback;
import io.plumbline.preference.Completion;

/**
 * TRL's unpaired preference columns {@code prompt, completion, label}; ours beside them: {@code
 * id}, {@code source} and {@code annotator}, each optional.
 */
public final class BinaryFeedbackFormat implements RowFormat<BinaryFeedback> {
  private final ContentFormat contents = new ContentFormat();

  @Override
  public BinaryFeedback read(ObjectNode row) throws BadFieldException {
    Columns columns = new Columns(row);
    JsonNode label = columns.required("label");
    if (!label.isBoolean()) {
      throw new BadFieldException("label", "must be true or false, found " + label);
    }
    return new BinaryFeedback(
        columns.label("id"),
        contents.read("prompt", columns.required("prompt")),
        new Completion(
            contents.read("completion", columns.required("completion")), columns.label("source")),
        label.booleanValue(),
        columns.label("annotator"));
  }

  @Override
  public ObjectNode write(BinaryFeedback feedback) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", feedback.id());
    row.set("prompt", contents.write(feedback.prompt()));
    row.set("completion", contents.write(feedback.completion().content()));
    row.put("label", feedback.desirable());
    row.put("source", feedback.completion().source());
    return row.put("annotator", feedback.annotator());
  }
}
