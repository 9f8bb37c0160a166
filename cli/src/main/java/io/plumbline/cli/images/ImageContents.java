package io.plumbline.cli.images;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one image holds and how it is started.
 *
 * @param name the image's name, which is also the module's
 * @param directory where its packaged files lie
 * @param libraries entries of {@code directory} that change rarely; a layer of their own
 * @param application entries of {@code directory} that change with every build
 * @param jar the entry that Java runs
 * @param ports TCP ports, by the environment variable that sets each
 * @param heapPercentage share of the container's memory that the Java heap may take
 */
public record ImageContents(
    String name,
    Path directory,
    List<String> libraries,
    List<String> application,
    String jar,
    Map<String, Integer> ports,
    int heapPercentage) {

  private static final int SERVICE_HEAP = 70;

  /** Tensors lie outside the heap. */
  private static final int WORKER_HEAP = 25;

  public ImageContents {
    requireNonNull(name, "name is null");
    requireNonNull(directory, "directory is null");
    requireNonNull(jar, "jar is null");
    libraries = List.copyOf(libraries);
    application = List.copyOf(application);
    ports = Map.copyOf(ports);
  }

  /**
   * The three services, the worker and the objectives' sidecar of a clone.
   *
   * @throws UsageException when one of them is not packaged
   */
  public static List<ImageContents> of(Path root) {
    return List.of(
        service(root, "judge-service", 8081, 9081),
        service(root, "reward-service", 8082, 9082),
        service(root, "trainer-service", 8083, 9083),
        worker(root),
        objectives(root));
  }

  /** The environment that the image sets: all addresses of the container, and its ports. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    // The user has no home of its own, and what native libraries unpack goes where one may write.
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Duser.home=/tmp -XX:MaxRAMPercentage=%d -XX:+ExitOnOutOfMemoryError"
            .formatted(heapPercentage));
    ports.forEach((variable, port) -> environment.put(variable, port.toString()));
    // What sets a port has a neighbour of the same name that sets the address.
    ports.forEach(
        (variable, port) -> environment.put(variable.replace("_PORT", "_HOST"), "0.0.0.0"));
    return environment;
  }

  Set<Integer> exposedPorts() {
    return Set.copyOf(ports.values());
  }

  private static ImageContents service(Path root, String module, int rest, int grpc) {
    return packaged(
        new ImageContents(
            module,
            root.resolve(module).resolve("target/quarkus-app"),
            List.of("lib"),
            List.of("app", "quarkus", "quarkus-run.jar"),
            "quarkus-run.jar",
            Map.of("QUARKUS_HTTP_PORT", rest, "QUARKUS_GRPC_SERVER_PORT", grpc),
            SERVICE_HEAP));
  }

  private static ImageContents worker(Path root) {
    return program(root, "trainer-worker", Map.of(), WORKER_HEAP);
  }

  private static ImageContents objectives(Path root) {
    return program(
        root, "objectives-server", Map.of("PLUMBLINE_OBJECTIVES_PORT", 9084), SERVICE_HEAP);
  }

  private static ImageContents program(
      Path root, String module, Map<String, Integer> ports, int heap) {
    String jar = "plumbline-%s.jar".formatted(module);
    return packaged(
        new ImageContents(
            module,
            root.resolve(module).resolve("target"),
            List.of("lib"),
            List.of(jar),
            jar,
            ports,
            heap));
  }

  private static ImageContents packaged(ImageContents contents) {
    Path jar = contents.directory().resolve(contents.jar());
    if (!Files.exists(jar)) {
      throw new UsageException(
          "%s is not packaged: %s is missing; run mvn package -Pquick"
              .formatted(contents.name(), jar));
    }
    return contents;
  }
}
