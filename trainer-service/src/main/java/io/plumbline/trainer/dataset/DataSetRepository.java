package io.plumbline.trainer.dataset;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DataSetRepository implements PanacheRepositoryBase<StoredDataSet, String> {
  Uni<StoredDataSet> findByRequestId(String requestId) {
    return find("requestId", requestId).firstResult();
  }
}
