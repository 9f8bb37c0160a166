package io.plumbline.judge.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code plumbline.judge-leaderboard.*}: how leaderboards are computed. */
@ConfigMapping(prefix = "plumbline.judge-leaderboard")
public interface LeaderboardSettings {

  /** Leaderboards computed at the same time. */
  @WithDefault("2")
  int threads();

  /** Leaderboards that may wait for a thread; more are refused. */
  @WithDefault("16")
  int queue();
}
