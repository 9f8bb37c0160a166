package io.plumbline.reward.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.reward.http.JsonServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads rewards from answers of {@code /classify} and {@code /pooling}.
 *
 * @param output which of a completion's numbers is its reward
 * @param outputs how many there are
 */
record RewardAnswer(JsonServer server, UpstreamKind kind, int output, int outputs) {

  /** One reward per completion, in order. */
  List<Outcome> read(JsonNode answer, int expected) {
    JsonNode data = answer.path("data");
    if (data.size() != expected) {
      throw unusable("%d results for %d completions".formatted(data.size(), expected), "url");
    }
    Outcome[] read = new Outcome[expected];
    for (JsonNode each : data) {
      int index = each.path("index").asInt(-1);
      if (index < 0 || index >= expected || read[index] != null) {
        throw unusable("data[].index %s".formatted(each.path("index")), "url");
      }
      read[index] = Outcome.of(reward(each.path(kind.field())));
    }
    return new ArrayList<>(Arrays.asList(read));
  }

  private double reward(JsonNode values) {
    // A model that pools every token says its reward at the last one.
    JsonNode row =
        values.path(values.size() - 1).isArray() ? values.get(values.size() - 1) : values;
    if (!row.isArray() || row.size() != outputs) {
      throw unusable(
          "%d numbers for a completion in data[].%s, not %d"
              .formatted(row.size(), kind.field(), outputs),
          "outputs");
    }
    JsonNode number = row.get(output);
    if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
      throw unusable("%s as a reward".formatted(number.asText()), "model");
    }
    return number.doubleValue();
  }

  private RuntimeException unusable(String what, String setting) {
    return server.unusable(kind.path(), what, setting);
  }
}
