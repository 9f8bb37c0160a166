package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.Completion;
import io.plumbline.preference.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns {@code prompt} and {@code completions}, a list best first (our addition to TRL's), with
 * {@code id}, {@code sources} (as long as the list) and {@code annotator} optional.
 */
public final class RankingFormat implements RowFormat<Ranking> {
  private final ContentFormat contents = new ContentFormat();

  @Override
  public Ranking read(ObjectNode row) throws BadFieldException {
    Columns columns = new Columns(row);
    JsonNode list = columns.required("completions");
    if (!list.isArray() || list.size() < 2) {
      throw new BadFieldException("completions", "must be a list of at least 2, best first");
    }
    JsonNode sources = row.path("sources");
    if (sources.isArray() && sources.size() != list.size()) {
      throw new BadFieldException(
          "sources", "holds " + sources.size() + " names for " + list.size() + " completions");
    }
    List<Completion> completions = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      completions.add(
          new Completion(
              contents.read("completions[" + i + "]", list.get(i)), sources.path(i).asText()));
    }
    return new Ranking(
        columns.label("id"),
        contents.read("prompt", columns.required("prompt")),
        completions,
        columns.label("annotator"));
  }

  @Override
  public ObjectNode write(Ranking ranking) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", ranking.id());
    row.set("prompt", contents.write(ranking.prompt()));
    ArrayNode completions = row.putArray("completions");
    ArrayNode sources = row.putArray("sources");
    for (Completion completion : ranking.completions()) {
      completions.add(contents.write(completion.content()));
      sources.add(completion.source());
    }
    return row.put("annotator", ranking.annotator());
  }
}
