package io.plumbline.cli.leaderboard;

/** How a leaderboard is printed on standard output. */
public enum LeaderboardFormat {
  /** An aligned table. */
  TEXT,
  /** One JSON array. */
  JSON,
  /** Comma-separated values in full precision. */
  CSV,
  /** A Markdown table. */
  MARKDOWN,
  /** A page that needs nothing else, with interval plot and win matrix. */
  HTML
}
