package io.plumbline.reward.head;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads and appends what happened in trainings, inside the caller's session. */
@ApplicationScoped
class TrainingEventRepository implements PanacheRepository<TrainingEventEntity> {
  private final TrainingFormat format;

  TrainingEventRepository(TrainingFormat format) {
    this.format = format;
  }

  /**
   * @param training locked by the caller
   */
  Uni<Void> append(HeadTrainingEntity training, TrainingEventEntity.Kind kind, Object body) {
    TrainingEventEntity row = new TrainingEventEntity();
    row.trainingId = training.id;
    row.position = ++training.lastPosition;
    row.time = OffsetDateTime.now();
    row.kind = kind;
    row.body = format.write(body);
    return persist(row).replaceWithVoid();
  }

  Uni<List<TrainingEventEntity>> after(UUID training, long position, int size) {
    return find("trainingId = ?1 and position > ?2 order by position", training, position)
        .page(0, size)
        .list();
  }
}
