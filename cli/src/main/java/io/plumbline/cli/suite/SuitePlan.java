package io.plumbline.cli.suite;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a suite is made of.
 *
 * @param root the clone
 * @param programs what each service is started as
 * @param settings configuration of each service besides the suite's own, by property
 */
public record SuitePlan(
    Path root,
    Map<ServiceKind, ServiceProgram> programs,
    Map<ServiceKind, Map<String, String>> settings) {
  public SuitePlan {
    programs = new EnumMap<>(programs);
    settings = Map.copyOf(settings);
  }

  /** All services as the ordinary build packages them. */
  static SuitePlan ordinary(Path root) {
    Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      programs.put(kind, ServiceProgram.ordinary(kind, root));
    }
    return new SuitePlan(root, programs, Map.of());
  }

  Map<String, String> settings(ServiceKind kind) {
    return new TreeMap<>(settings.getOrDefault(kind, Map.of()));
  }
}
