package io.plumbline.cli.leaderboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardEntry;
import java.util.List;
import java.util.Locale;

/**
 * A row of the Arena-Hard leaderboard in JSON, with Arena-Hard's own names: {@code rating_q025} and
 * {@code rating_q975} are the interval's bounds, 2.5 and 97.5 percentiles unless {@code level} says
 * otherwise.
 */
record ArenaHardRow(
    String model,
    double score,
    @JsonProperty("rating_q025") double lower,
    @JsonProperty("rating_q975") double upper,
    double level,
    int battles,
    String mode,
    List<String> notes) {

  static ArenaHardRow of(ArenaHardEntry entry, double level, LeaderboardMode mode) {
    return new ArenaHardRow(
        entry.model(),
        entry.score(),
        entry.lower(),
        entry.upper(),
        level,
        entry.battles(),
        mode.name().toLowerCase(Locale.ROOT),
        entry.notes());
  }
}
