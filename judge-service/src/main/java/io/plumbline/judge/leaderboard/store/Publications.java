package io.plumbline.judge.leaderboard.store;

import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.storage.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Keeps published judgments, each publication exactly once. */
@ApplicationScoped
public class Publications {
  /** Judgments of one leaderboard; its computation holds all of them in memory. */
  public static final long MOST_JUDGMENTS = 1_000_000;

  private final Transactions transactions;

  Publications(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Judgments to be added, and how many of their source could not be. */
  public record New(
      UUID leaderboardId,
      String leaderboard,
      String requestId,
      String requestDigest,
      long judgments,
      long excluded,
      byte[] payload) {}

  /** The publication of a request id, or null. */
  public Uni<PublicationRow> find(UUID leaderboardId, String requestId, String digest) {
    return transactions
        .run(
            () ->
                PublicationRow.<PublicationRow>findById(
                    new PublicationRow.Key(leaderboardId, requestId)))
        .invoke(row -> requireSame(row, digest));
  }

  private static void requireSame(PublicationRow row, String digest) {
    if (row != null && !row.requestDigest.equals(digest)) {
      throw new ConflictException(
          "request_id '" + row.key.requestId() + "' published other judgments; choose a new one");
    }
  }

  /** Adds judgments; a request id that is known returns what it added. */
  public Uni<PublicationRow> add(New publication) {
    return transactions.run(
        () ->
            // The lock puts publications of one leaderboard into an order.
            LeaderboardRow.<LeaderboardRow>findById(
                    publication.leaderboardId(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> LeaderboardStore.absent(publication.leaderboard()))
                .chain(
                    board ->
                        PublicationRow.<PublicationRow>findById(
                                new PublicationRow.Key(board.id, publication.requestId()))
                            .invoke(row -> requireSame(row, publication.requestDigest()))
                            .onItem()
                            .ifNull()
                            .switchTo(() -> stored(board, publication))));
  }

  private static Uni<PublicationRow> stored(LeaderboardRow board, New publication) {
    if (board.judgments + publication.judgments() > MOST_JUDGMENTS) {
      throw new InvalidRequestException(
          "leaderboard",
          "holds %d judgments and must not exceed %d: begin another one"
              .formatted(board.judgments, MOST_JUDGMENTS));
    }
    PublicationRow row = new PublicationRow();
    row.key = new PublicationRow.Key(board.id, publication.requestId());
    row.requestDigest = publication.requestDigest();
    row.position = board.version;
    // As exact as the database keeps it, so that every answer says the same.
    row.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
    row.judgments = publication.judgments();
    row.excluded = publication.excluded();
    row.payload = publication.payload();
    board.version++;
    board.judgments += publication.judgments();
    return row.persistAndFlush();
  }

  /** The payloads of the first publications, in their order. */
  public Uni<List<byte[]>> payloads(UUID leaderboardId, long version) {
    return transactions
        .run(
            () ->
                PublicationRow.<PublicationRow>list(
                    "key.leaderboardId = ?1 and position < ?2 order by position",
                    leaderboardId,
                    version))
        .map(rows -> rows.stream().map(row -> row.payload).toList());
  }
}
