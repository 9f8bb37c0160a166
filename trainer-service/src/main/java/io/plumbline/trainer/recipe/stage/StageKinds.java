package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.Stage;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The kinds of stages. */
@ApplicationScoped
public class StageKinds {
  private final Map<Stage.KindCase, StageKind> byCase = new EnumMap<>(Stage.KindCase.class);

  @Inject
  StageKinds(@All List<StageKind> kinds) {
    kinds.forEach(kind -> byCase.put(kind.kind(), kind));
  }

  public StageKind of(Stage stage) {
    return byCase.get(stage.getKindCase());
  }
}
