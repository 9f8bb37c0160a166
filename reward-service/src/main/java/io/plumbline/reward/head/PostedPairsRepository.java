package io.plumbline.reward.head;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes posted embeddings, inside the caller's session. */
@ApplicationScoped
class PostedPairsRepository implements PanacheRepositoryBase<PostedPairsEntity, UUID> {
  /** Stores what was posted for a training, if anything was. */
  Uni<Void> store(UUID training, Optional<PostedPairs> posted) {
    if (posted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    PostedPairsEntity row = new PostedPairsEntity();
    row.trainingId = training;
    row.chosen = posted.get().chosen().bytes();
    row.rejected = posted.get().rejected().bytes();
    return persist(row).replaceWithVoid();
  }

  Uni<PostedPairsEntity> require(UUID training) {
    return findById(training)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("the posted embeddings are gone"));
  }
}
