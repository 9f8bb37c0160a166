package io.plumbline.judge.model.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.judge.model.cache.AnswerCache;
import io.plumbline.judge.model.limit.Budget;
import io.plumbline.judge.model.limit.Clock;
import io.plumbline.judge.model.limit.Limits;
import io.plumbline.judge.model.limit.Pace;
import io.plumbline.judge.model.limit.Price;
import io.plumbline.judge.model.limit.Spending;
import io.plumbline.judge.model.metrics.ModelMetrics;
import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.service.guard.GuardLimits;
import io.plumbline.service.guard.ModelGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Builds a model of one entry of the settings. */
@ApplicationScoped
class ChatEntry {
  private static final String PREFIX = "chat:";

  private final AnswerCache cache;
  private final Spending spending;
  private final MeterRegistry meters;
  private final Upstreams upstreams;

  ChatEntry(AnswerCache cache, Spending spending, MeterRegistry meters, Upstreams upstreams) {
    this.cache = cache;
    this.spending = spending;
    this.meters = meters;
    this.upstreams = upstreams;
  }

  /**
   * @param name of the entry
   * @param model its name at the endpoint
   * @param chosen whether a request named the model, which then has limits of its own
   */
  ChatModel model(String name, ChatSettings settings, String model, boolean chosen) {
    String label = PREFIX + name + (chosen ? "/" + model : "");
    String endpoint = settings.url().orElse("replay");
    ModelMetrics metrics = new ModelMetrics(meters, label);
    Upstream guarded =
        new GuardedUpstream(
            upstreams.of(name, settings),
            new ModelGuard(
                label,
                new GuardLimits(
                    Optional.empty(),
                    settings.concurrency(),
                    settings.queue(),
                    settings.retries(),
                    settings.backoff())),
            limits(label, settings),
            metrics);
    return new ChatModel(
        endpoint,
        model,
        settings.verdict(),
        DefaultSampling.of(settings.sampling(), name),
        guarded,
        settings.cache() && settings.replay().isEmpty()
            ? new CachedUpstream(
                guarded,
                cache,
                metrics,
                endpoint
                    + " "
                    + model
                    + settings.cacheGeneration().map(own -> "\n" + own).orElse(""),
                settings.verdict() == VerdictSource.PROBABILITIES)
            : guarded);
  }

  private Limits limits(String label, ChatSettings settings) {
    return new Limits(
        settings.requestsPerMinute().map(limit -> new Pace(limit, System.nanoTime())),
        settings.tokensPerMinute().map(limit -> new Pace(limit, System.nanoTime())),
        settings.budget().map(limit -> new Budget(label, limit, spending)),
        new Price(settings.promptPrice(), settings.completionPrice()),
        settings.queue(),
        Clock.system());
  }
}
