package io.plumbline.reward.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;

/** All models that are there without having been published. */
@ApplicationScoped
public class KnownModels {
  private final Instance<BuiltInModels> sources;

  KnownModels(Instance<BuiltInModels> sources) {
    this.sources = sources;
  }

  /** By name. */
  public List<ModelVersion> models() {
    return sources.stream()
        .flatMap(source -> source.models().stream())
        .sorted(Comparator.comparing(ModelVersion::name))
        .toList();
  }

  /** Whether a name is taken by one of them. */
  public boolean isBuiltIn(String name) {
    return sources.stream().anyMatch(source -> source.isBuiltIn(name));
  }
}
