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
  private final Map<String, Launcher> byName = new TreeMap<>();
  private final String defaultName;

  @Inject
  Launchers(@All List<Launcher> launchers, WorkerSettings settings) {
    defaultName = settings.launcher();
    launchers.forEach(launcher -> byName.put(launcher.name(), launcher));
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /** The launcher of this name; the configured one for an empty one. */
  public Launcher named(String name) {
    return byName.get(name.isEmpty() ? defaultName : name);
  }
}
