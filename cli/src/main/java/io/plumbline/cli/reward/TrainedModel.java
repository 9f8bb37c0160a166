package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.RewardModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A published model as {@code reward train} prints it. */
record TrainedModel(
    String model,
    String kind,
    String digest,
    List<String> aliases,
    Map<String, Double> metrics,
    List<String> badRows) {

  static TrainedModel of(RewardModel model, List<String> badRows) {
    return new TrainedModel(
        model.getName() + "@" + model.getVersion(),
        model.getKind(),
        model.getDigest(),
        model.getAliasesList(),
        new TreeMap<>(model.getMetricsMap()),
        badRows);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("published ").append(model).append(" (").append(kind).append(")\n");
    metrics.forEach(
        (name, value) -> text.append(String.format(Locale.ROOT, "%-28s %.4f%n", name, value)));
    if (!badRows.isEmpty()) {
      text.append(badRows.size()).append(" rows could not be read\n");
    }
    return text.toString();
  }
}
