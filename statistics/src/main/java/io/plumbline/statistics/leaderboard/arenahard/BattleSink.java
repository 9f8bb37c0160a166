package io.plumbline.statistics.leaderboard.arenahard;

/** Takes battles as they are read. */
public interface BattleSink {

  void battle(String question, String first, String second, Outcome outcome);

  /** A row that cannot be used, with its file and line and what is wrong. */
  void rejected(String reason);

  /** A game without a verdict, which does not count. */
  void unjudged();
}
