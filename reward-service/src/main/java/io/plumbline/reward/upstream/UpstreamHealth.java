package io.plumbline.reward.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells what the probes of the reward servers found. It is always up: one server that is away or
 * unsound is no reason to take the service's other models away.
 */
@Readiness
@ApplicationScoped
public class UpstreamHealth implements HealthCheck {
  private final UpstreamModels models;

  UpstreamHealth(UpstreamModels models) {
    this.models = models;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("upstream reward servers").up();
    models.reports().forEach(response::withData);
    return response.build();
  }
}
