package io.plumbline.trainer.launch;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The launchers by name. */
@ApplicationScoped
public class Launchers {
  private static final String DEFAULT = ProcessLauncher.NAME;

  private final Map<String, Launcher> byName = new TreeMap<>();

  @Inject
  Launchers(@All List<Launcher> launchers) {
    launchers.forEach(launcher -> byName.put(launcher.name(), launcher));
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /** The launcher of this name; the process launcher for an empty one. */
  public Launcher named(String name) {
    return byName.get(name.isEmpty() ? DEFAULT : name);
  }
}
