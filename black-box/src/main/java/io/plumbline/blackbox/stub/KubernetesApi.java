package io.plumbline.blackbox.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An API server that keeps objects by their path, and runs nothing. */
public final class KubernetesApi implements AutoCloseable {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> deleted = new ConcurrentHashMap<>();
  private final JsonServer server;

  public KubernetesApi(InetSocketAddress address) throws IOException {
    server = new JsonServer(address, this::handle);
  }

  /** The object at a path such as {@code /api/v1/namespaces/plumbline/secrets/NAME}, or null. */
  public JsonNode object(String path) {
    return objects.get(path);
  }

  /** Whether there is, or was, an object at the path. */
  public boolean wasCreated(String path) {
    return objects.containsKey(path) || deleted.containsKey(path);
  }

  /** Whether there was an object at the path and it was deleted. */
  public boolean wasDeleted(String path) {
    return deleted.containsKey(path);
  }

  private JsonServer.Answer handle(String method, String path, JsonNode body) {
    return switch (method) {
      case "POST" -> create(path, (ObjectNode) body);
      case "DELETE" -> delete(path);
      default -> found(path);
    };
  }

  private JsonServer.Answer create(String collection, ObjectNode object) {
    ObjectNode metadata = (ObjectNode) object.get("metadata");
    String path = collection + "/" + metadata.get("name").asText();
    metadata.put("uid", "uid-of-" + metadata.get("name").asText());
    if (objects.putIfAbsent(path, object) != null) {
      return status(409, "AlreadyExists");
    }
    return new JsonServer.Answer(201, object);
  }

  private JsonServer.Answer found(String path) {
    JsonNode object = objects.get(path);
    return object == null ? status(404, "NotFound") : new JsonServer.Answer(200, object);
  }

  private JsonServer.Answer delete(String path) {
    JsonNode object = objects.remove(path);
    if (object == null) {
      return status(404, "NotFound");
    }
    deleted.put(path, object);
    return status(200, "");
  }

  private static JsonServer.Answer status(int code, String reason) {
    ObjectNode status =
        NODES
            .objectNode()
            .put("kind", "Status")
            .put("apiVersion", "v1")
            .put("status", code < 400 ? "Success" : "Failure")
            .put("reason", reason)
            .put("code", code);
    return new JsonServer.Answer(code, status);
  }

  @Override
  public void close() {
    server.close();
  }
}
