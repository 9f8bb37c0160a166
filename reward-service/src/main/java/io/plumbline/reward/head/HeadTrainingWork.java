package io.plumbline.reward.head;

import io.plumbline.reward.database.Database;
import io.plumbline.reward.posted.StoredRows;
import io.plumbline.reward.registry.ModelRegistry;
import io.plumbline.reward.registry.NewModel;
import io.plumbline.rewardmodels.head.EmbeddedPair;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a worker does with trainings: claim one, report on it, end it. Everything but the claim
 * holds only while the training is the worker's own, and says so.
 */
@ApplicationScoped
class HeadTrainingWork {
  private final Database database;
  private final HeadTrainingRepository trainings;
  private final TrainingEventRepository events;
  private final TrainingFormat format;
  private final ModelRegistry registry;
  private final PostedPairsRepository embeddings;
  private final HeadTrainingSettings settings;

  HeadTrainingWork(
      Database database,
      HeadTrainingRepository trainings,
      TrainingEventRepository events,
      TrainingFormat format,
      ModelRegistry registry,
      PostedPairsRepository embeddings,
      HeadTrainingSettings settings) {
    this.database = database;
    this.trainings = trainings;
    this.events = events;
    this.format = format;
    this.registry = registry;
    this.embeddings = embeddings;
    this.settings = settings;
  }

  /** A training that waits, or whose worker fell silent; empty where there is none. */
  Uni<Optional<ClaimedTraining>> claim(UUID owner) {
    return database.write(
        () ->
            trainings
                .lockClaimable()
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(Optional.empty())
                            : claimed(row, owner).map(Optional::of)));
  }

  private Uni<ClaimedTraining> claimed(HeadTrainingEntity row, UUID owner) {
    boolean resumed = row.state == TrainingState.RUNNING;
    row.state = TrainingState.RUNNING;
    row.owner = owner;
    row.leaseUntil = leaseFromNow();
    if (row.started == null) {
      row.started = OffsetDateTime.now();
    }
    Uni<Void> said =
        resumed
            ? events.append(
                row, TrainingEventEntity.Kind.MESSAGE, "its worker fell silent; begun again")
            : events.append(row, TrainingEventEntity.Kind.STATE, row.state);
    return said.map(done -> new ClaimedTraining(row.id, format.spec(row.spec)));
  }

  /** What was posted for a training. */
  Uni<List<EmbeddedPair>> embedded(ClaimedTraining training) {
    HeadTrainingSpec spec = training.spec();
    return database
        .read(() -> embeddings.require(training.id()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            row ->
                EmbeddedPairs.of(
                    spec.pairs(),
                    StoredRows.read(row.chosen, spec.postedDimensions()),
                    StoredRows.read(row.rejected, spec.postedDimensions())));
  }

  Uni<Boolean> progress(UUID id, UUID owner, TrainingProgress progress) {
    return whileOwned(
        id,
        owner,
        row -> {
          row.phase = progress.phase();
          row.done = progress.done();
          row.total = progress.total();
          row.unit = progress.unit();
          return events.append(row, TrainingEventEntity.Kind.PROGRESS, progress);
        });
  }

  /** Publishes the head and ends the training, both or neither. */
  Uni<Boolean> succeed(UUID id, UUID owner, NewModel model, TrainingMetrics metrics) {
    return whileOwned(
        id,
        owner,
        row ->
            registry
                .publish(model)
                .chain(
                    published -> {
                      row.modelName = published.name();
                      row.modelVersion = published.version();
                      return events.append(row, TrainingEventEntity.Kind.METRICS, metrics);
                    })
                .chain(() -> end(row, TrainingState.SUCCEEDED)));
  }

  Uni<Boolean> fail(UUID id, UUID owner, String cause) {
    return whileOwned(
        id,
        owner,
        row -> {
          row.error = cause;
          return events
              .append(row, TrainingEventEntity.Kind.MESSAGE, cause)
              .chain(() -> end(row, TrainingState.FAILED));
        });
  }

  private Uni<Void> end(HeadTrainingEntity row, TrainingState state) {
    row.state = state;
    row.ended = OffsetDateTime.now();
    return events.append(row, TrainingEventEntity.Kind.STATE, state);
  }

  private Uni<Boolean> whileOwned(
      UUID id, UUID owner, Function<HeadTrainingEntity, Uni<Void>> change) {
    return database.write(
        () ->
            trainings
                .lock(id)
                .chain(
                    row -> {
                      if (row.state != TrainingState.RUNNING || !owner.equals(row.owner)) {
                        return Uni.createFrom().item(false);
                      }
                      row.leaseUntil = leaseFromNow();
                      return change.apply(row).replaceWith(true);
                    }));
  }

  private OffsetDateTime leaseFromNow() {
    return OffsetDateTime.now().plus(settings.lease());
  }
}
