package io.plumbline.architecture.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Renders the part of kustomize that {@code k8s/} uses, without kustomize: resources, config maps
 * generated from files (without the hash in their names), patches by target, image tags. What it
 * does not know, it refuses.
 */
final class Kustomization {

  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "configMapGenerator",
          "patches",
          "images");

  private final Path directory;
  private final ObjectNode file;
  private final List<ObjectNode> objects = new ArrayList<>();

  private Kustomization(Path directory) {
    this.directory = directory;
    this.file = YamlFile.documents(directory.resolve("kustomization.yaml")).get(0);
  }

  /**
   * The objects that {@code kubectl apply -k} would apply.
   *
   * @throws IllegalStateException where something is referred to that is not there
   */
  static List<ObjectNode> render(Path directory) {
    Kustomization kustomization = new Kustomization(directory);
    kustomization.refuseUnknown();
    kustomization.file.path("resources").forEach(kustomization::addResource);
    kustomization.file.path("configMapGenerator").forEach(kustomization::addConfigMap);
    kustomization.file.path("patches").forEach(kustomization::patch);
    kustomization.file.path("images").forEach(kustomization::tag);
    return kustomization.objects;
  }

  private void refuseUnknown() {
    file.fieldNames()
        .forEachRemaining(
            name -> require(KNOWN.contains(name), name + " is not known to this test"));
  }

  private void addResource(JsonNode reference) {
    Path path = directory.resolve(reference.asText()).normalize();
    require(Files.exists(path), "no resource " + path);
    objects.addAll(Files.isDirectory(path) ? render(path) : YamlFile.documents(path));
  }

  private void addConfigMap(JsonNode generator) {
    String name = generator.get("name").asText();
    ObjectNode map;
    if (generator.path("behavior").asText().equals("merge")) {
      map = find("ConfigMap", name);
    } else {
      map = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
      map.putObject("metadata").put("name", name);
      map.putObject("data");
      objects.add(map);
    }
    ObjectNode data = (ObjectNode) map.get("data");
    generator.path("envs").forEach(env -> addVariables(read(env.asText()), data));
    generator.path("files").forEach(source -> data.put(source.asText(), read(source.asText())));
  }

  private static void addVariables(String text, ObjectNode data) {
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .forEach(variable -> data.put(variable[0], variable[1]));
  }

  private void patch(JsonNode patch) {
    JsonNode target = patch.get("target");
    ObjectNode object = find(target.get("kind").asText(), target.get("name").asText());
    ObjectNode change = YamlFile.documents(directory.resolve(patch.get("path").asText())).get(0);
    change.remove(List.of("apiVersion", "kind", "metadata"));
    StrategicMerge.apply(change, object);
  }

  private void tag(JsonNode image) {
    String name = image.get("name").asText();
    boolean used = false;
    for (ObjectNode object : objects) {
      for (JsonNode container : Manifests.allContainers(object).toList()) {
        if (container.get("image").asText().equals(name)) {
          ((ObjectNode) container).put("image", name + ":" + image.get("newTag").asText());
          used = true;
        }
      }
    }
    require(used, "no container uses the image " + name);
  }

  private ObjectNode find(String kind, String name) {
    return objects.stream()
        .filter(object -> object.get("kind").asText().equals(kind))
        .filter(object -> object.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(directory + ": no " + kind + " " + name));
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(directory + ": " + message);
    }
  }
}
