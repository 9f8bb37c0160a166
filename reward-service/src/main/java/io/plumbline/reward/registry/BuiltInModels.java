package io.plumbline.reward.registry;

import java.util.List;

/** Models that are there without having been published; no one may publish under their names. */
public interface BuiltInModels {
  List<ModelVersion> models();

  /** Whether a name is taken by one of them. */
  default boolean isBuiltIn(String name) {
    return models().stream().anyMatch(model -> model.name().equals(name));
  }
}
