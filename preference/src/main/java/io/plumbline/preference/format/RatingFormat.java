package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.Completion;
import io.plumbline.preference.Rating;

/**
 * Columns {@code prompt, completion, rating} (our addition to TRL's), with {@code id, aspect,
 * source, annotator} optional.
 */
public final class RatingFormat implements RowFormat<Rating> {
  private final ContentFormat contents = new ContentFormat();

  @Override
  public Rating read(ObjectNode row) throws BadFieldException {
    Columns columns = new Columns(row);
    return new Rating(
        columns.label("id"),
        contents.read("prompt", columns.required("prompt")),
        new Completion(
            contents.read("completion", columns.required("completion")), columns.label("source")),
        columns.number("rating"),
        columns.label("aspect"),
        columns.label("annotator"));
  }

  @Override
  public ObjectNode write(Rating rating) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", rating.id());
    row.set("prompt", contents.write(rating.prompt()));
    row.set("completion", contents.write(rating.completion().content()));
    row.put("rating", rating.value());
    row.put("aspect", rating.aspect());
    row.put("source", rating.completion().source());
    return row.put("annotator", rating.annotator());
  }
}
