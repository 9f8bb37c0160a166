package io.plumbline.statistics.leaderboard.arenahard;

/** Which of the four styles a style-controlled fit holds constant. */
public enum StyleGroup {
  ALL,
  LENGTH,
  MARKDOWN;

  /**
   * @param style 0 for length, else an element of Markdown
   */
  boolean holds(int style) {
    return this == ALL || (style == 0) == (this == LENGTH);
  }
}
