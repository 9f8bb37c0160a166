package io.plumbline.judge.leaderboard;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.judge.leaderboard.store.LeaderboardRow;
import io.plumbline.judge.leaderboard.store.ResultRow;
import java.time.Instant;

/** Stored leaderboards as messages of the contract. */
final class StoredLeaderboards {
  private StoredLeaderboards() {}

  /** Without rows, and without the tables of ALPACA_EVAL. */
  static Leaderboard.Builder head(LeaderboardRow row) {
    return Leaderboard.newBuilder()
        .setSpec(spec(row).toBuilder().clearGamedBaselines().clearInstructionDifficulty())
        .setCreated(timestamp(row.created))
        .setVersion(row.version)
        .setJudgments(row.judgments);
  }

  static LeaderboardSpec spec(LeaderboardRow row) {
    try {
      return LeaderboardSpec.parseFrom(row.spec);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored leaderboard " + row.name + " is damaged", damaged);
    }
  }

  static Leaderboard leaderboard(ResultRow row) {
    try {
      return Leaderboard.parseFrom(row.payload);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored result " + row.key + " is damaged", damaged);
    }
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
