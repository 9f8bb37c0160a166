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
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      JsonNode old = target.get(change.getKey());
      JsonNode now = change.getValue();
      if (now.isNull()) {
        target.remove(change.getKey());
      } else if (now.isObject() && old instanceof ObjectNode) {
        apply((ObjectNode) now, (ObjectNode) old);
      } else if (now.isArray() && now.path(0).has("name") && old instanceof ArrayNode) {
        now.forEach(element -> element((ObjectNode) element, (ArrayNode) old));
      } else {
        target.set(change.getKey(), now);
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
