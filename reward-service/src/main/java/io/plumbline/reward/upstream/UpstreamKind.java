package io.plumbline.reward.upstream;

import java.util.Locale;

/**
 * The interfaces of vLLM by which a reward model is asked.
 *
 * <p>Source: vLLM, {@code vllm/entrypoints/pooling/}: {@code classify/protocol.py} (commit
 * dff4cad35b4faadb49e7a7e239dd27fe79c3e289), {@code pooling/protocol.py} (commit
 * 01cfbaf63434b3d5ec8a9e492d5111f6efc55e77), {@code base/protocol.py} with {@code use_activation}
 * (commit 020638a6b026e4d96f34e6e7ed12c3390fbf7416).
 */
public enum UpstreamKind {
  /** {@code POST /classify}: {@code data[].probs}, one number per class. */
  CLASSIFY("/classify", "probs"),
  /** {@code POST /pooling}: {@code data[].data}, one row of numbers, or a row per token. */
  POOLING("/pooling", "data");

  private final String path;
  private final String field;

  UpstreamKind(String path, String field) {
    this.path = path;
    this.field = field;
  }

  String path() {
    return path;
  }

  /** The field of an answer's {@code data[]} that holds the numbers. */
  String field() {
    return field;
  }

  /** As the registry calls it. */
  String modelKind() {
    return "upstream-" + name().toLowerCase(Locale.ROOT);
  }
}
