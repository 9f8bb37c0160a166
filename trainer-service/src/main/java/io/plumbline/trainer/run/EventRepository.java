package io.plumbline.trainer.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class EventRepository implements PanacheRepositoryBase<StoredEvent, EventKey> {
  Uni<List<StoredEvent>> after(String runId, long position, int count) {
    return find("key.runId = ?1 and key.position > ?2 order by key.position", runId, position)
        .range(0, count - 1)
        .list();
  }
}
