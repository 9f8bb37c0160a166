package io.plumbline.reward.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.failure.ConflictException;
import java.util.List;

/**
 * No encoder: this build has none embedded and no server is named. Upstream reward models and heads
 * on posted embeddings work without one.
 */
final class AbsentEncoder implements Encoder {
  static final String NAME = "none";

  static ConflictException failure() {
    return new ConflictException(
        "this service has no encoder: set plumbline.reward.encoder.url, .model and .dimensions, or post embeddings");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String digest() {
    return Digest.of(NAME.getBytes(UTF_8));
  }

  @Override
  public int dimensions() {
    return 0;
  }

  @Override
  public int maximumBatch() {
    return 1;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    throw failure();
  }

  @Override
  public void close() {}
}
