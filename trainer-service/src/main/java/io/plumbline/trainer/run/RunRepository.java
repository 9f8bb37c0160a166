package io.plumbline.trainer.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<StoredRun, String> {
  Uni<StoredRun> findByRequestId(RunKind kind, String requestId) {
    return find("kind = ?1 and requestId = ?2", kind, requestId).firstResult();
  }

  Uni<List<StoredRun>> unfinished(RunKind kind) {
    return find("kind = ?1 and ended is null order by id", kind).list();
  }

  Uni<List<StoredRun>> newest(RunKind kind, String token, int count) {
    return (token.isEmpty()
            ? find("kind = ?1 order by id desc", kind)
            : find("kind = ?1 and id < ?2 order by id desc", kind, token))
        .range(0, count - 1)
        .list();
  }
}
