package io.plumbline.trainer.recipe.stage;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StageRepository implements PanacheRepositoryBase<StoredStage, StageKey> {
  Uni<List<StoredStage>> ofRun(String runId) {
    return find("key.runId = ?1 order by key.ordinal", runId).list();
  }
}
