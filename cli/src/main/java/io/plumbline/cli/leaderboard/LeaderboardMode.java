package io.plumbline.cli.leaderboard;

/** Whether the peer's number is wanted, or a better one. */
public enum LeaderboardMode {
  /** The published number, the peer's quirks included. */
  PARITY,
  /** The peer's defects corrected, intervals clustered by prompt. */
  CORRECTED
}
