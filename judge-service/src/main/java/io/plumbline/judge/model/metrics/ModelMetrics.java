package io.plumbline.judge.model.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Meters of one model, all under {@code plumbline.judge.model} with the tag {@code model}. They are
 * looked up once: a lookup costs more than a count.
 */
public final class ModelMetrics {
  private static final String PREFIX = "plumbline.judge.model.";

  private final Counter answered;
  private final Counter cached;
  private final Counter shared;
  private final Counter failed;
  private final Counter attempts;
  private final Counter promptTokens;
  private final Counter completionTokens;
  private final Counter cost;
  private final Timer latency;
  private final AtomicInteger inFlight;

  public ModelMetrics(MeterRegistry registry, String model) {
    this.answered = registry.counter(PREFIX + "answers", "model", model, "outcome", "answered");
    this.cached = registry.counter(PREFIX + "answers", "model", model, "outcome", "cached");
    this.shared = registry.counter(PREFIX + "answers", "model", model, "outcome", "shared");
    this.failed = registry.counter(PREFIX + "answers", "model", model, "outcome", "failed");
    this.attempts = registry.counter(PREFIX + "attempts", "model", model);
    this.promptTokens = registry.counter(PREFIX + "tokens", "model", model, "kind", "prompt");
    this.completionTokens =
        registry.counter(PREFIX + "tokens", "model", model, "kind", "completion");
    this.cost = registry.counter(PREFIX + "cost", "model", model);
    this.latency = registry.timer(PREFIX + "latency", "model", model);
    this.inFlight =
        registry.gauge(PREFIX + "in.flight", List.of(Tag.of("model", model)), new AtomicInteger());
  }

  /** One request was sent, for the first time or again. */
  public void attempt() {
    attempts.increment();
    inFlight.incrementAndGet();
  }

  /** It ended, either way. */
  public void attemptEnded() {
    inFlight.decrementAndGet();
  }

  /**
   * An answer came.
   *
   * @param took retries and waiting included
   */
  public void answered(Duration took, long prompt, long completion, double price) {
    answered.increment();
    latency.record(took);
    promptTokens.increment(prompt);
    completionTokens.increment(completion);
    cost.increment(price);
  }

  /** No answer came after all retries. */
  public void failed() {
    failed.increment();
  }

  /** An answer was known already. */
  public void cached() {
    cached.increment();
  }

  /** An answer was asked for by somebody else at the same time. */
  public void shared() {
    shared.increment();
  }
}
