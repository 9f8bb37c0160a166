package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.judge.model.cache.AnswerCache;
import io.plumbline.judge.model.limit.Limits;
import io.plumbline.judge.model.limit.Pace;
import io.plumbline.judge.model.limit.Price;
import io.plumbline.judge.model.limit.Spending;
import io.plumbline.judge.model.metrics.ModelMetrics;
import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.service.guard.GuardLimits;
import io.plumbline.service.guard.ModelGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalDouble;

/** Builds a model of one entry of the settings. */
@ApplicationScoped
class ChatEntry {
  private static final String PREFIX = "chat:";

  private final ObjectMapper mapper;
  private final AnswerCache cache;
  private final Spending spending;
  private final MeterRegistry meters;
  private final Upstreams upstreams;

  ChatEntry(
      ObjectMapper mapper,
      AnswerCache cache,
      Spending spending,
      MeterRegistry meters,
      Upstreams upstreams) {
    this.mapper = mapper;
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
                    settings.deadline(),
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
        DefaultSampling.of(settings.sampling(), name, mapper),
        guarded,
        settings.cache() && settings.replay().isEmpty()
            ? new CachedUpstream(guarded, cache, metrics, endpoint + " " + model)
            : guarded);
  }

  private Limits limits(String label, ChatSettings settings) {
    return new Limits(
        label,
        settings.requestsPerMinute().map(limit -> new Pace(limit, System.nanoTime())),
        settings.tokensPerMinute().map(limit -> new Pace(limit, System.nanoTime())),
        settings.budget().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        new Price(settings.promptPrice(), settings.completionPrice()),
        spending);
  }
}
