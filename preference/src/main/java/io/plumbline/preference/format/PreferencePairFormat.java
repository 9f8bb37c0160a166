package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.Completion;
import io.plumbline.preference.PreferencePair;
import io.plumbline.preference.message.Content;
import java.util.OptionalDouble;

/**
 * TRL's preference columns {@code prompt, chosen, rejected}; without {@code prompt} it is what both
 * begin with. Ours beside them, each optional: {@code id, margin, probability, annotator,
 * chosen_source, rejected_source}; a margin is also read from {@code score_chosen} minus {@code
 * score_rejected}.
 */
public final class PreferencePairFormat implements RowFormat<PreferencePair> {
  private final ContentFormat contents = new ContentFormat();

  @Override
  public PreferencePair read(ObjectNode row) throws BadFieldException {
    Columns columns = new Columns(row);
    Content chosen = contents.read("chosen", columns.required("chosen"));
    Content rejected = contents.read("rejected", columns.required("rejected"));
    SharedPrompt parts =
        columns.has("prompt")
            ? new SharedPrompt(
                contents.read("prompt", columns.required("prompt")), chosen, rejected)
            : SharedPrompt.of(chosen, rejected);
    return new PreferencePair(
        columns.label("id"),
        parts.prompt(),
        new Completion(parts.chosen(), columns.label("chosen_source")),
        new Completion(parts.rejected(), columns.label("rejected_source")),
        margin(columns),
        probability(columns),
        columns.label("annotator"));
  }

  @Override
  public ObjectNode write(PreferencePair pair) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    putLabel(row, "id", pair.id());
    row.set("prompt", contents.write(pair.prompt()));
    row.set("chosen", contents.write(pair.chosen().content()));
    row.set("rejected", contents.write(pair.rejected().content()));
    putLabel(row, "chosen_source", pair.chosen().source());
    putLabel(row, "rejected_source", pair.rejected().source());
    pair.margin().ifPresent(margin -> row.put("margin", margin));
    pair.probability().ifPresent(probability -> row.put("probability", probability));
    putLabel(row, "annotator", pair.annotator());
    return row;
  }

  private static OptionalDouble margin(Columns columns) throws BadFieldException {
    if (columns.has("margin")) {
      return atLeastZero("margin", columns.number("margin"));
    }
    if (columns.has("score_chosen") && columns.has("score_rejected")) {
      return atLeastZero(
          "score_chosen", columns.number("score_chosen") - columns.number("score_rejected"));
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble atLeastZero(String field, double margin) throws BadFieldException {
    if (margin < 0) {
      throw new BadFieldException(
          field, "gives the margin " + margin + "; chosen must not score below rejected");
    }
    return OptionalDouble.of(margin);
  }

  private static OptionalDouble probability(Columns columns) throws BadFieldException {
    OptionalDouble probability = columns.optionalNumber("probability");
    if (probability.isPresent()
        && (probability.getAsDouble() < 0 || probability.getAsDouble() > 1)) {
      throw new BadFieldException(
          "probability", "is " + probability.getAsDouble() + ", not in [0, 1]");
    }
    return probability;
  }

  private static void putLabel(ObjectNode row, String name, String label) {
    if (!label.isEmpty()) {
      row.put(name, label);
    }
  }
}
