package io.plumbline.reward.head;

import io.plumbline.reward.failure.NotFoundException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Reads and writes trainings, inside the caller's session. */
@ApplicationScoped
class HeadTrainingRepository implements PanacheRepositoryBase<HeadTrainingEntity, UUID> {

  Uni<HeadTrainingEntity> require(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> missing(id));
  }

  /** The row, locked until the transaction ends: only so are its positions without gaps. */
  Uni<HeadTrainingEntity> lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> missing(id));
  }

  Uni<HeadTrainingEntity> findRequest(String requestId) {
    return find("requestId", requestId).firstResult();
  }

  /** Newest first. */
  Uni<List<HeadTrainingEntity>> page(int skipped, int size) {
    return find("order by created desc, id").range(skipped, skipped + size - 1).list();
  }

  /** One row that waits or whose worker fell silent, locked, or null. */
  Uni<HeadTrainingEntity> lockClaimable() {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select * from head_training where state = 'QUEUED'"
                            + " or (state = 'RUNNING' and lease_until < now())"
                            + " order by created limit 1 for update skip locked",
                        HeadTrainingEntity.class)
                    .getSingleResultOrNull());
  }

  private static NotFoundException missing(UUID id) {
    return new NotFoundException(
        "there is no head training \"" + id + "\": list the head trainings to see those there are");
  }
}
