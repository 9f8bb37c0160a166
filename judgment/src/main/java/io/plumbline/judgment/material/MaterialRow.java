package io.plumbline.judgment.material;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of material.
 *
 * @param source and {@code line} where it stands, for messages
 * @param fields as they were read
 */
public record MaterialRow(String source, long line, ObjectNode fields) {

  /** Whether a field is there and not null. */
  public boolean has(String field) {
    return fields.hasNonNull(field);
  }

  /**
   * @throws MaterialException if it is no text, or a blank one
   */
  public String text(String field) {
    JsonNode value = fields.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "must be a text");
    }
    return value.textValue();
  }

  /**
   * @throws MaterialException if it is no list of at least two texts
   */
  public List<String> texts(String field) {
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

  /**
   * The index of a text in a list.
   *
   * @throws MaterialException if the list does not hold it
   */
  public int index(String field, List<String> options) {
    int index = options.indexOf(text(field));
    if (index < 0) {
      throw wrong(field, "must be one of " + options);
    }
    return index;
  }

  /**
   * The text, or a default where the field is absent.
   *
   * @throws MaterialException if it is there and no text
   */
  public String textOr(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /** What to throw for a field that cannot be used. */
  public MaterialException wrong(String field, String remedy) {
    return new MaterialException(source + " line " + line + ": " + field + " " + remedy);
  }
}
