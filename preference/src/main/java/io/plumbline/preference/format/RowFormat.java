package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one kind of record lies in the columns of a row; {@code write} is {@code read}'s inverse. */
public interface RowFormat<T> {

  /**
   * @throws BadFieldException when a column is missing or malformed
   */
  T read(ObjectNode row) throws BadFieldException;

  ObjectNode write(T value);
}
