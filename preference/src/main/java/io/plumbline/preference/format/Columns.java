package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** Typed access to the columns of one row; a null value counts as absent. */
final class Columns {
  private final ObjectNode row;

  Columns(ObjectNode row) {
    this.row = requireNonNull(row, "row is null");
  }

  boolean has(String name) {
    return row.hasNonNull(name);
  }

  JsonNode required(String name) throws BadFieldException {
    if (!has(name)) {
      throw new BadFieldException(name, "is missing");
    }
    return row.get(name);
  }

  /** A text or a number as text; empty where the column is absent. */
  String label(String name) throws BadFieldException {
    if (!has(name)) {
      return "";
    }
    JsonNode node = row.get(name);
    if (!node.isTextual() && !node.isNumber()) {
      throw new BadFieldException(name, "must be a string, found " + node.getNodeType());
    }
    return node.asText();
  }

  double number(String name) throws BadFieldException {
    JsonNode node = required(name);
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw new BadFieldException(name, "must be a finite number, found " + node);
    }
    return node.doubleValue();
  }

  OptionalDouble optionalNumber(String name) throws BadFieldException {
    return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
  }
}
