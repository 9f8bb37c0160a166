package io.plumbline.trainer.dataset;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RowRepository implements PanacheRepositoryBase<StoredRow, RowKey> {
  Uni<List<StoredRow>> after(String dataSetId, long position, int count) {
    return find(
            "key.dataSetId = ?1 and key.position > ?2 order by key.position", dataSetId, position)
        .range(0, count - 1)
        .list();
  }
}
