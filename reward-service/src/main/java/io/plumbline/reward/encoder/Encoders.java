package io.plumbline.reward.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.reward.batch.MicroBatcher;
import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.failure.InvalidFieldException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Embeds texts with a named encoder, off the event loop. */
@Startup
@ApplicationScoped
public class Encoders {
  private final Encoder encoder;
  private final MicroBatcher<String, float[]> batcher;
  private final EmbeddingCache cache;

  Encoders(EncoderSource source, EncoderSettings settings, MeterRegistry meters) {
    this.encoder = source.load();
    this.batcher =
        new MicroBatcher<>(
            "encoder",
            settings.queueCapacity(),
            settings.threads().orElse(Runtime.getRuntime().availableProcessors()),
            encoder.maximumBatch(),
            encoder::embed);
    this.cache = new EmbeddingCache(settings.cacheEntries());
    meters.gauge("plumbline.reward.encoder.backlog", batcher, MicroBatcher::backlog);
  }

  /** The service's encoder; what embeds with it fails where there is none. */
  public Encoder own() {
    return encoder;
  }

  /**
   * The encoder of a name. Fails with {@link ConflictException} where the service has none.
   *
   * @param field where a request names it, for the error
   * @param name empty for the default
   */
  public Encoder require(String field, String name) {
    if (encoder instanceof AbsentEncoder) {
      throw AbsentEncoder.failure();
    }
    if (name.isEmpty() || name.equals(encoder.name())) {
      return encoder;
    }
    throw new InvalidFieldException(
        field, "there is no encoder \"" + name + "\": use \"" + encoder.name() + "\"");
  }

  /** One vector of unit length per text, in order. */
  public Uni<List<float[]>> embed(Encoder chosen, List<String> texts) {
    List<String> keys =
        texts.stream().map(text -> chosen.name() + Digest.of(text.getBytes(UTF_8))).toList();
    List<float[]> vectors = new ArrayList<>(keys.stream().map(cache::get).toList());
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      if (vectors.get(i) == null) {
        missing.add(i);
      }
    }
    return batcher
        .submit(missing.stream().map(texts::get).toList())
        .map(
            embedded -> {
              for (int i = 0; i < embedded.size(); i++) {
                vectors.set(missing.get(i), embedded.get(i));
                cache.put(keys.get(missing.get(i)), embedded.get(i));
              }
              return List.copyOf(vectors);
            });
  }

  @PreDestroy
  void close() {
    batcher.close();
    encoder.close();
  }
}
