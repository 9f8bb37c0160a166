package io.plumbline.trainer.worker;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<StoredAttempt, AttemptKey> {
  Uni<StoredAttempt> newest(String runId) {
    return find("key.runId = ?1 order by key.number desc", runId).firstResult();
  }

  Uni<Long> lost(String runId) {
    return count("key.runId = ?1 and state = ?2", runId, AttemptState.LOST);
  }

  Uni<List<StoredAttempt>> active() {
    return find("state", AttemptState.ACTIVE).list();
  }
}
