package io.plumbline.reward.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plumbline.reward.database.Database;
import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.failure.NotFoundException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Versions of reward models and the aliases that point at them. */
@ApplicationScoped
public class ModelRegistry {
  private final Database database;
  private final RewardModelRepository models;
  private final RewardModelAliasRepository aliases;
  private final MetricsFormat metrics;
  private final KnownModels builtIn;

  ModelRegistry(
      Database database,
      RewardModelRepository models,
      RewardModelAliasRepository aliases,
      MetricsFormat metrics,
      KnownModels builtIn) {
    this.database = database;
    this.models = models;
    this.aliases = aliases;
    this.metrics = metrics;
    this.builtIn = builtIn;
  }

  /** Fails with {@link NotFoundException} where there is no such model. */
  public Uni<ModelVersion> get(ModelReference reference) {
    if (builtIn.isBuiltIn(reference.name())) {
      return Uni.createFrom().item(builtIn(reference));
    }
    return head(reference).map(PublishedHead::model);
  }

  /** A published head with its weights. */
  public Uni<PublishedHead> head(ModelReference reference) {
    return database.read(
        () ->
            row(reference)
                .chain(
                    row ->
                        described(row)
                            .map(
                                model ->
                                    new PublishedHead(
                                        model, row.encoder, row.encoderDigest, row.weights))));
  }

  /** Built-in models first, then the published ones by name and version. */
  public Uni<ModelPage> list(int size, String token) {
    PageToken position = PageToken.parse("page_token", token);
    return database
        .read(
            () -> models.page(position.name(), position.version(), size + 1).chain(this::described))
        .map(page -> ModelPage.of(position.isFirst() ? builtIn.models() : List.of(), page, size));
  }

  /**
   * Stores the model as the next version of its name and points {@code latest} at it; inside the
   * caller's transaction.
   */
  public Uni<ModelVersion> publish(NewModel model) {
    return models
        .nextVersion(model.name())
        .chain(version -> models.persist(row(model, version)))
        .chain(
            row ->
                models
                    .flush()
                    .chain(() -> aliases.point(row.name, ModelReference.LATEST, row.version))
                    .chain(() -> described(row)));
  }

  /** Points an alias at a version; both must be of the same model. */
  public Uni<ModelVersion> setAlias(String name, long version, String alias) {
    if (builtIn.isBuiltIn(name)) {
      throw new InvalidFieldException("name", "\"" + name + "\" is built in and has no aliases");
    }
    if (ModelReference.isVersion(alias)) {
      throw new InvalidFieldException(
          "alias", "is \"" + alias + "\", which reads as a version: use a letter in it");
    }
    ModelReference reference = new ModelReference(name, Long.toString(version));
    return database.write(
        () ->
            row(reference)
                .chain(row -> aliases.point(name, alias, version).chain(() -> described(row))));
  }

  private Uni<RewardModelEntity> row(ModelReference reference) {
    Uni<RewardModelEntity> row =
        reference.namesVersion()
            ? models.findVersion(reference.name(), reference.version())
            : models.findAlias(reference.name(), reference.selector());
    return row.onItem().ifNull().failWith(() -> missing(reference));
  }

  private Uni<List<ModelVersion>> described(List<RewardModelEntity> rows) {
    Uni<List<ModelVersion>> described = Uni.createFrom().item(() -> new ArrayList<>());
    for (RewardModelEntity row : rows) {
      described =
          described.chain(
              list ->
                  described(row)
                      .map(
                          model -> {
                            list.add(model);
                            return list;
                          }));
    }
    return described;
  }

  private Uni<ModelVersion> described(RewardModelEntity row) {
    return aliases
        .ofVersion(row.name, row.version)
        .map(
            names ->
                new ModelVersion(
                    row.name, row.version, names, row.kind, row.digest, metrics.read(row.metrics)));
  }

  private RewardModelEntity row(NewModel model, long version) {
    RewardModelEntity row = new RewardModelEntity();
    row.name = model.name();
    row.version = version;
    row.kind = model.kind();
    row.encoder = model.encoder();
    row.encoderDigest = model.encoderDigest();
    row.configuration = model.configuration();
    row.weights = model.weights();
    row.digest = Digest.of(model.configuration().getBytes(UTF_8), model.weights());
    row.metrics = metrics.write(model.metrics());
    row.created = OffsetDateTime.now();
    return row;
  }

  private ModelVersion builtIn(ModelReference reference) {
    return builtIn.models().stream()
        .filter(model -> model.name().equals(reference.name()))
        .filter(
            model ->
                reference.namesVersion()
                    ? model.version() == reference.version()
                    : model.aliases().contains(reference.selector()))
        .findFirst()
        .orElseThrow(() -> missing(reference));
  }

  private static NotFoundException missing(ModelReference reference) {
    return new NotFoundException(
        "there is no reward model \"" + reference + "\": list the models to see those published");
  }
}
