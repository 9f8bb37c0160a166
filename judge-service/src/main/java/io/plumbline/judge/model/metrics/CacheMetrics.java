package io.plumbline.judge.model.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;

/** Meters of the answer cache, under {@code plumbline.judge.answer.cache}. */
public final class CacheMetrics {
  private static final String PREFIX = "plumbline.judge.answer.cache.";

  private final Counter kept;
  private final Counter lost;
  private final Counter unread;

  /**
   * @param unwritten the answers that are on their way to the database
   */
  public CacheMetrics(MeterRegistry registry, Map<?, ?> unwritten) {
    this.kept = registry.counter(PREFIX + "writes", "outcome", "kept");
    this.lost = registry.counter(PREFIX + "writes", "outcome", "lost");
    this.unread = registry.counter(PREFIX + "unread");
    registry.gaugeMapSize(PREFIX + "unwritten", List.of(), unwritten);
  }

  /** Answers are in the database. */
  public void kept(int answers) {
    kept.increment(answers);
  }

  /** An answer was given but could not be kept: it costs a call again. */
  public void lost() {
    lost.increment();
  }

  /** The cache could not be asked, so the model was. */
  public void unread() {
    unread.increment();
  }
}
