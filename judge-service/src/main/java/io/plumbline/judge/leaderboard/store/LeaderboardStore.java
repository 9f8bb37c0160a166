package io.plumbline.judge.leaderboard.store;

import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.storage.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Creates and finds leaderboards. */
@ApplicationScoped
public class LeaderboardStore {
  private final Transactions transactions;

  LeaderboardStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Stores an empty leaderboard; the same specification again returns the one that is there. */
  public Uni<LeaderboardRow> create(String name, byte[] spec, String digest) {
    return transactions
        .run(() -> existing(name).onItem().ifNull().switchTo(() -> stored(name, spec, digest)))
        // Two calls with one name at the same time: the second finds the first's leaderboard.
        .onFailure(PersistenceException.class)
        .recoverWithUni(
            failure -> transactions.run(() -> existing(name)).onItem().ifNull().failWith(failure))
        .invoke(
            row -> {
              if (!row.specDigest.equals(digest)) {
                throw new ConflictException(
                    "leaderboard '" + name + "' has another specification; choose a new name");
              }
            });
  }

  private static Uni<LeaderboardRow> existing(String name) {
    return LeaderboardRow.find("name", name).firstResult();
  }

  private static Uni<LeaderboardRow> stored(String name, byte[] spec, String digest) {
    LeaderboardRow row = new LeaderboardRow();
    row.id = UUID.randomUUID();
    row.name = name;
    row.spec = spec;
    row.specDigest = digest;
    // As exact as the database keeps it, so that every answer says the same.
    row.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return row.persistAndFlush();
  }

  /** The leaderboard, or a {@link NotFoundException}. */
  public Uni<LeaderboardRow> get(String name) {
    return transactions.run(() -> existing(name)).onItem().ifNull().failWith(() -> absent(name));
  }

  static NotFoundException absent(String name) {
    return new NotFoundException(
        "there is no leaderboard '" + name + "'; ListLeaderboards names those that there are");
  }

  /**
   * Newest first.
   *
   * @param before only those created before the one with this sequence number
   */
  public Uni<List<LeaderboardRow>> list(long before, int limit) {
    return transactions.run(
        () ->
            LeaderboardRow.<LeaderboardRow>find("sequence < ?1 order by sequence desc", before)
                .page(0, limit)
                .list());
  }
}
