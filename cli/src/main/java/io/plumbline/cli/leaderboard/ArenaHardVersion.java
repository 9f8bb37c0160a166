package io.plumbline.cli.leaderboard;

/** Which of Arena-Hard's scorings is wanted. */
enum ArenaHardVersion {
  /** Bradley-Terry scores, 2.5 and 97.5 percentiles. */
  V0_1,
  /** Mean scores, 5 and 95 percentiles; Bradley-Terry under style control. */
  V2;

  @Override
  public String toString() {
    return this == V0_1 ? "v0.1" : "v2";
  }
}
