package io.plumbline.reward.posted;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A build without the embedded encoder, and no server that embeds: as an executable starts. */
public final class NoEncoder implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("plumbline.reward.encoder.embedded", "false");
  }
}
