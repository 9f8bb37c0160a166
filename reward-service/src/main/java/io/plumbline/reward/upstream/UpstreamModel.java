package io.plumbline.reward.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plumbline.reward.batch.MicroBatcher;
import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.http.JsonServer;
import io.plumbline.reward.registry.ModelName;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.registry.ModelVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** One reward server as a model: batched, bounded, and probed before its rewards are given. */
final class UpstreamModel implements AutoCloseable {
  private final String name;
  private final String property;
  private final String kind;
  private final String digest;
  private final UpstreamSettings.ProbeMode mode;
  private final ProbeGate gate;
  private final MicroBatcher<Dialogue, Outcome> batcher;

  /**
   * @param entry the NAME of {@code upstream:NAME}
   * @throws IllegalStateException naming a setting that is absent or wrong
   */
  UpstreamModel(Vertx vertx, String entry, UpstreamSettings settings) {
    this.property = UpstreamsSettings.PREFIX + "." + entry;
    this.name = ModelName.UPSTREAM + ModelName.require(property, entry);
    if (settings.output() < 0 || settings.output() >= settings.outputs()) {
      throw new IllegalStateException(
          "%s.output is %d: give a number below .outputs, which is %d"
              .formatted(property, settings.output(), settings.outputs()));
    }
    String model =
        settings
            .model()
            .orElseThrow(() -> new IllegalStateException(property + ".model is not set"));
    RewardServer server =
        new RewardServer(
            new JsonServer(vertx, property, settings, settings.concurrency() + 1), settings, model);
    this.kind = settings.kind().modelKind();
    this.digest = digest(settings, model);
    this.mode = settings.probe().mode();
    this.gate =
        new ProbeGate(
            new Probe(property, server, KnownPair.of(property, settings.probe())),
            settings.probe().interval());
    this.batcher =
        new MicroBatcher<>(
            name,
            settings.queueCapacity(),
            settings.concurrency(),
            settings.input() == InputForm.TEXT ? settings.batch() : 1,
            dialogues -> server.ask(dialogues, false).await().indefinitely());
  }

  String name() {
    return name;
  }

  /** The last probe in words. */
  String report() {
    return gate.report();
  }

  int backlog() {
    return batcher.backlog();
  }

  /** As the registry shows it; the digest is of the settings, since the weights are elsewhere. */
  ModelVersion version() {
    return new ModelVersion(
        name,
        1,
        List.of(ModelReference.LATEST),
        kind,
        digest,
        gate.known().map(finding -> Map.of("probe_margin", finding.margin())).orElse(Map.of()));
  }

  /** Probes where that was not done lately. */
  Uni<Finding> probe() {
    return gate.finding();
  }

  /** One outcome per completion, in order; fails where the probe found the server unsound. */
  Uni<List<Outcome>> score(List<Dialogue> dialogues) {
    return gate.finding().invoke(this::require).chain(() -> batcher.submit(dialogues));
  }

  private void require(Finding finding) {
    if (!finding.isSound() && mode == UpstreamSettings.ProbeMode.REQUIRE) {
      throw new ConflictException(
          "%s %s; %s.probe.mode=report gives its numbers all the same"
              .formatted(name, finding.state().words(), property));
    }
  }

  private static String digest(UpstreamSettings settings, String model) {
    return Digest.of(
        settings.kind().name().getBytes(UTF_8),
        settings.url().orElse("").getBytes(UTF_8),
        model.getBytes(UTF_8),
        settings.input().name().getBytes(UTF_8),
        Integer.toString(settings.output()).getBytes(UTF_8));
  }

  @Override
  public void close() {
    batcher.close();
  }
}
