package io.plumbline.judgment.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of material.
 *
 * @param source and {@code line} where it stands, for messages
 */
record MaterialRow(String source, long line, ObjectNode fields) {

  boolean has(String field) {
    return fields.hasNonNull(field);
  }

  String text(String field) {
    JsonNode value = fields.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "must be a text");
    }
    return value.textValue();
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : fields.path(field)) {
      if (!value.isTextual() || value.textValue().isBlank()) {
        throw wrong(field, "must hold texts");
      }
      texts.add(value.textValue());
    }
    if (texts.size() < 2) {
      throw wrong(field, "must be a list of at least two texts");
    }
    return texts;
  }

  /** The index of a text in a list of the same row. */
  int index(String field, List<String> options) {
    int index = options.indexOf(text(field));
    if (index < 0) {
      throw wrong(field, "must be one of " + options);
    }
    return index;
  }

  /** The text, or a default. */
  String textOr(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  MaterialException wrong(String field, String remedy) {
    return new MaterialException(source + " line " + line + ": " + field + " " + remedy);
  }
}
