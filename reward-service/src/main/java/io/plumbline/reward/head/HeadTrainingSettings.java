package io.plumbline.reward.head;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How head trainings are run. */
@ConfigMapping(prefix = "plumbline.reward.head")
public interface HeadTrainingSettings {
  /** How long a worker may be silent before another takes its training over. */
  @WithDefault("PT30S")
  Duration lease();

  /** How often the store is asked for work. */
  @WithDefault("PT0.5S")
  Duration poll();

  /** How often a watched training is asked for events. */
  @WithDefault("PT0.2S")
  Duration watchInterval();

  /** Longest wait for one embedding chunk or one database answer. */
  @WithDefault("PT2M")
  Duration patience();
}
