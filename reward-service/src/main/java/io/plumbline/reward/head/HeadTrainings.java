package io.plumbline.reward.head;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plumbline.reward.database.Database;
import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.KnownModels;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.registry.ModelRegistry;
import io.plumbline.reward.registry.ModelVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.exception.ConstraintViolationException;

/** What clients do with head trainings: create, get, list, watch, cancel. */
@ApplicationScoped
public class HeadTrainings {
  private static final int EVENTS_AT_ONCE = 500;

  private final Database database;
  private final HeadTrainingRepository trainings;
  private final TrainingEventRepository events;
  private final TrainingFormat format;
  private final ModelRegistry registry;
  private final PostedPairsRepository embeddings;
  private final KnownModels builtIn;
  private final Encoders encoders;
  private final HeadTrainingSettings settings;

  HeadTrainings(
      Database database,
      HeadTrainingRepository trainings,
      TrainingEventRepository events,
      TrainingFormat format,
      ModelRegistry registry,
      PostedPairsRepository embeddings,
      KnownModels builtIn,
      Encoders encoders,
      HeadTrainingSettings settings) {
    this.database = database;
    this.trainings = trainings;
    this.events = events;
    this.format = format;
    this.registry = registry;
    this.embeddings = embeddings;
    this.builtIn = builtIn;
    this.encoders = encoders;
    this.settings = settings;
  }

  /**
   * Stores a training to be run; one of the same request id and spec is returned as it stands.
   * Fails with {@link ConflictException} where the request id came with another spec before.
   *
   * @param posted embeddings of the pairs in the place of their texts
   */
  public Uni<HeadTraining> create(
      String requestId, HeadTrainingSpec asked, Optional<PostedPairs> posted) {
    HeadTrainingSpec spec =
        posted.isPresent()
            ? asked
            : asked.withEncoder(encoders.require("spec.encoder", asked.encoder()).name());
    if (builtIn.isBuiltIn(spec.name())) {
      throw new InvalidFieldException(
          "spec.name", "is \"" + spec.name() + "\", a built-in model: choose another name");
    }
    String text = format.write(spec);
    String digest = digest(text, posted);
    return database
        .write(
            () ->
                trainings
                    .findRequest(requestId)
                    .onItem()
                    .ifNull()
                    .switchTo(() -> insert(requestId, digest, text, posted)))
        // Two requests at once: the second meets the unique request id, and finds the row then.
        .onFailure(HeadTrainings::isDuplicate)
        .recoverWithUni(() -> database.read(() -> trainings.findRequest(requestId)))
        .invoke(row -> requireSame(row, digest))
        .chain(this::described);
  }

  public Uni<HeadTraining> get(UUID id) {
    return database.read(() -> trainings.require(id)).chain(this::described);
  }

  /** Newest first. */
  public Uni<List<HeadTraining>> list(int skipped, int size) {
    return database
        .read(() -> trainings.page(skipped, size))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(this::described)
        .collect()
        .asList();
  }

  /** Events after a position until the training's end; fails where there is no such training. */
  public Multi<TrainingEvent> watch(UUID id, long afterPosition) {
    AtomicLong position = new AtomicLong(afterPosition);
    return Multi.createBy()
        .repeating()
        .uni(() -> database.read(() -> eventsAfter(id, position.get())))
        .withDelay(settings.watchInterval())
        .whilst(page -> !page.complete())
        .invoke(page -> page.events().forEach(event -> position.set(event.position())))
        .onItem()
        .transformToIterable(EventPage::events);
  }

  /** Ends a training that has not ended; one that has stays as it is. */
  public Uni<HeadTraining> cancel(UUID id) {
    return database
        .write(
            () ->
                trainings
                    .lock(id)
                    .chain(
                        row -> {
                          if (row.state.isEnd()) {
                            return Uni.createFrom().item(row);
                          }
                          row.state = TrainingState.CANCELLED;
                          row.ended = OffsetDateTime.now();
                          return events
                              .append(row, TrainingEventEntity.Kind.STATE, row.state)
                              .replaceWith(row);
                        }))
        .chain(this::described);
  }

  private Uni<HeadTrainingEntity> insert(
      String requestId, String digest, String spec, Optional<PostedPairs> posted) {
    HeadTrainingEntity row = new HeadTrainingEntity();
    row.id = UUID.randomUUID();
    row.requestId = requestId;
    row.requestDigest = digest;
    row.state = TrainingState.QUEUED;
    row.spec = spec;
    row.phase = "";
    row.unit = "";
    row.created = OffsetDateTime.now();
    return trainings
        .persist(row)
        .call(stored -> embeddings.store(stored.id, posted))
        .chain(stored -> events.append(stored, TrainingEventEntity.Kind.STATE, stored.state))
        .replaceWith(row);
  }

  private Uni<EventPage> eventsAfter(UUID id, long position) {
    return trainings
        .require(id)
        .chain(
            training ->
                events
                    .after(id, position, EVENTS_AT_ONCE)
                    .map(
                        rows -> {
                          List<TrainingEvent> read =
                              new ArrayList<>(rows.stream().map(format::event).toList());
                          long last =
                              rows.isEmpty() ? position : rows.get(rows.size() - 1).position;
                          boolean complete =
                              training.state.isEnd() && last >= training.lastPosition;
                          return new EventPage(read, complete);
                        }));
  }

  private Uni<HeadTraining> described(HeadTrainingEntity row) {
    if (row.modelName == null) {
      return Uni.createFrom().item(view(row, Optional.empty()));
    }
    return registry
        .get(new ModelReference(row.modelName, Long.toString(row.modelVersion)))
        .map(model -> view(row, Optional.of(model)));
  }

  private static HeadTraining view(HeadTrainingEntity row, Optional<ModelVersion> model) {
    return new HeadTraining(
        row.id,
        row.requestId,
        row.state,
        new TrainingProgress(row.phase, row.done, row.total, row.unit),
        row.created.toInstant(),
        Optional.ofNullable(row.started).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.ended).map(OffsetDateTime::toInstant),
        row.error == null ? "" : row.error,
        model);
  }

  private static String digest(String spec, Optional<PostedPairs> posted) {
    byte[] text = spec.getBytes(UTF_8);
    return posted
        .map(pairs -> Digest.of(text, pairs.chosen().bytes(), pairs.rejected().bytes()))
        .orElseGet(() -> Digest.of(text));
  }

  private static void requireSame(HeadTrainingEntity row, String digest) {
    if (!row.requestDigest.equals(digest)) {
      throw new ConflictException(
          "request_id \"" + row.requestId + "\" came with another spec before: choose another id");
    }
  }

  private static boolean isDuplicate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException) {
        return true;
      }
    }
    return false;
  }
}
