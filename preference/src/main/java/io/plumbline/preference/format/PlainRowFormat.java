package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row as it is. */
public final class PlainRowFormat implements RowFormat<ObjectNode> {
  @Override
  public ObjectNode read(ObjectNode row) {
    return row;
  }

  @Override
  public ObjectNode write(ObjectNode row) {
    return row;
  }
}
