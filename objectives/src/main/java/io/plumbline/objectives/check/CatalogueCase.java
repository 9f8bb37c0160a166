package io.plumbline.objectives.check;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cases of any objective of the catalogue.
 *
 * <p>Fields: {@code objective}, {@code parameters}, {@code lengths} (tokens per sequence), {@code
 * sequence_counts} (for lists, groups and steps), {@code channels}, {@code state}; expected: {@code
 * loss}, {@code losses}, {@code gradients}, {@code metrics}, {@code next_state}.
 *
 * @param catalogue where objectives are looked up
 */
record CatalogueCase(Catalogue catalogue) {
  ReferenceCase read(CaseFields fields) {
    String name = fields.text("objective", "");
    Objective objective = catalogue.create(name, fields.map("parameters"));
    Signature signature = objective.signature();
    Batch batch = Batch.of(shape(fields, signature.layout()));
    for (Map.Entry<String, double[]> channel : fields.arrays("channels").entrySet()) {
      batch = batch.with(channel(signature, channel.getKey()), channel.getValue());
    }
    Map<Channel, double[]> gradients = new LinkedHashMap<>();
    fields
        .arrays("gradients")
        .forEach((channel, values) -> gradients.put(channel(signature, channel), values));
    return new ReferenceCase(
        "%s %s".formatted(name, fields.text("source", "")),
        objective,
        batch,
        new ObjectiveState(fields.map("state")),
        losses(fields),
        gradients,
        fields.map("metrics"),
        fields.map("next_state"),
        Precision.named(fields.text("precision", "float64")));
  }

  private static BatchShape shape(CaseFields fields, Layout layout) {
    int[] lengths = fields.integers("lengths");
    int[] counts = fields.has("sequence_counts") ? fields.integers("sequence_counts") : new int[0];
    return BatchShape.of(layout, counts, lengths);
  }

  private static Channel channel(Signature signature, String name) {
    return Stream.concat(signature.differentiable().stream(), signature.constants().stream())
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "channels.%s: the objective reads no such channel".formatted(name)));
  }

  private static Map<String, Double> losses(CaseFields fields) {
    Map<String, Double> losses = new LinkedHashMap<>();
    fields.optional("loss").ifPresent(loss -> losses.put("loss", loss));
    if (fields.has("losses")) {
      double[] values = fields.numbers("losses");
      for (int i = 0; i < values.length; i++) {
        losses.put("losses[%d]".formatted(i), values[i]);
      }
    }
    return losses;
  }
}
