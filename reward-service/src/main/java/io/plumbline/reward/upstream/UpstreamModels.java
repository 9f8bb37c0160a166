package io.plumbline.reward.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.plumbline.reward.registry.BuiltInModels;
import io.plumbline.reward.registry.ModelVersion;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The reward servers of the settings, as models {@code upstream:NAME}. */
@ApplicationScoped
public class UpstreamModels implements BuiltInModels {
  private static final Logger LOG = Logger.getLogger(UpstreamModels.class);

  private final Map<String, UpstreamModel> models = new TreeMap<>();

  UpstreamModels(Vertx vertx, UpstreamsSettings settings, MeterRegistry meters) {
    settings
        .servers()
        .forEach(
            (entry, server) -> {
              UpstreamModel model = new UpstreamModel(vertx, entry, server);
              models.put(model.name(), model);
              meters.gauge(
                  "plumbline.reward.upstream.backlog",
                  List.of(Tag.of("model", model.name())),
                  model,
                  UpstreamModel::backlog);
            });
  }

  /** Probes every server; one that is not there yet is probed when it is asked for rewards. */
  void start(@Observes StartupEvent started) {
    models
        .values()
        .forEach(
            model ->
                model
                    .probe()
                    .subscribe()
                    .with(
                        finding -> LOG.infof("%s %s", model.name(), model.report()),
                        failure -> LOG.warnf("%s: %s", model.name(), failure.getMessage())));
  }

  @Override
  public List<ModelVersion> models() {
    return models.values().stream().map(UpstreamModel::version).toList();
  }

  /**
   * One outcome per completion, in order.
   *
   * @param name of one of the models
   */
  public Uni<List<Outcome>> score(String name, List<Dialogue> dialogues) {
    return models.get(name).score(dialogues);
  }

  /** What the last probe of each model said, by the model's name. */
  Map<String, String> reports() {
    Map<String, String> reports = new TreeMap<>();
    models.forEach((name, model) -> reports.put(name, model.report()));
    return reports;
  }

  @PreDestroy
  void close() {
    models.values().forEach(UpstreamModel::close);
  }
}
