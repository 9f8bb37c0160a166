package io.plumbline.architecture.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The part of Kubernetes' strategic merge that our overlays use: objects merge by key, null removes
 * a key, lists whose elements have a name merge by name, other lists are replaced.
 */
final class StrategicMerge {

  private StrategicMerge() {}

  static void apply(ObjectNode patch, ObjectNode target) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode old = target.get(field.getKey());
      JsonNode now = field.getValue();
      if (now.isNull()) {
        target.remove(field.getKey());
      } else if (now instanceof ObjectNode change && old instanceof ObjectNode object) {
        apply(change, object);
      } else if (now.isArray() && now.path(0).has("name") && old instanceof ArrayNode list) {
        now.forEach(element -> element((ObjectNode) element, list));
      } else {
        target.set(field.getKey(), now);
      }
    }
  }

  private static void element(ObjectNode patch, ArrayNode target) {
    for (JsonNode element : target) {
      if (element.path("name").equals(patch.get("name"))) {
        apply(patch, (ObjectNode) element);
        return;
      }
    }
    target.add(patch);
  }
}
