package io.plumbline.architecture.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects of one kustomization.
 *
 * @param name the directory below {@code k8s/}
 * @param objects the rendered objects
 */
record Manifests(String name, List<ObjectNode> objects) {

  static final Path DIRECTORY = Path.of(System.getProperty("plumbline.root"), "k8s");

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

  static Stream<Manifests> all() {
    return Stream.of(of("base"), of("overlays/gpu"));
  }

  static Manifests of(String name) {
    return new Manifests(name, Kustomization.render(DIRECTORY.resolve(name)));
  }

  Stream<ObjectNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.get("kind").asText().equals(kind));
  }

  Stream<ObjectNode> workloads() {
    return objects.stream().filter(object -> WORKLOADS.contains(object.get("kind").asText()));
  }

  /** The workloads that a selector, by labels or by expressions, selects. */
  List<ObjectNode> selectedBy(JsonNode selector) {
    return workloads().filter(workload -> selects(selector, podLabels(workload))).toList();
  }

  Set<String> names(String kind) {
    return ofKind(kind).map(Manifests::name).collect(Collectors.toSet());
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  static JsonNode pod(JsonNode workload) {
    return workload.at("/spec/template/spec");
  }

  static Stream<JsonNode> containers(JsonNode workload) {
    return elements(pod(workload).path("containers"));
  }

  /** Those that start first or run beside the others too. */
  static Stream<JsonNode> allContainers(JsonNode workload) {
    return Stream.concat(elements(pod(workload).path("initContainers")), containers(workload));
  }

  static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** Container ports of a workload by name. */
  static Map<String, Integer> ports(JsonNode workload) {
    Map<String, Integer> ports = new TreeMap<>();
    containers(workload)
        .flatMap(container -> elements(container.path("ports")))
        .forEach(port -> ports.put(port.get("name").asText(), port.get("containerPort").asInt()));
    return ports;
  }

  private static JsonNode podLabels(JsonNode workload) {
    return workload.at("/spec/template/metadata/labels");
  }

  private static boolean selects(JsonNode selector, JsonNode labels) {
    boolean byLabels =
        selector.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    boolean byExpressions =
        elements(selector.path("matchExpressions"))
            .allMatch(
                expression ->
                    expression.get("operator").asText().equals("In")
                        && elements(expression.get("values"))
                            .anyMatch(labels.path(expression.get("key").asText())::equals));
    return byLabels && byExpressions;
  }
}
