package io.plumbline.statistics.leaderboard.arenahard;

import java.util.List;
import java.util.stream.Stream;

/**
 * A model's row of the Arena-Hard leaderboard.
 *
 * @param score win rate against the baseline, in percent
 * @param lower lower end of the interval, in percent
 * @param upper upper end of the interval, in percent
 * @param battles number of the model's battles
 * @param notes what the reader must know about this row
 */
public record ArenaHardEntry(
    String model, double score, double lower, double upper, int battles, List<String> notes) {

  /** The same entry with a further note. */
  public ArenaHardEntry withNote(String note) {
    return new ArenaHardEntry(
        model,
        score,
        lower,
        upper,
        battles,
        Stream.concat(notes.stream(), Stream.of(note)).toList());
  }
}
