package io.plumbline.reward.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The reward servers, by the NAME of {@code upstream:NAME}. */
@ConfigMapping(prefix = "plumbline.reward.upstream")
public interface UpstreamsSettings {
  String PREFIX = "plumbline.reward.upstream";

  @WithParentName
  Map<String, UpstreamSettings> servers();
}
