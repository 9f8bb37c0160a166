package io.plumbline.judge.leaderboard.store;

import io.plumbline.judge.storage.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps computed leaderboards, so that reading one again costs nothing. */
@ApplicationScoped
public class Results {
  private static final String STORE =
      "insert into leaderboard_result (leaderboard_id, options_digest, version, computed, payload,"
          + " json, csv, markdown, html, plain) values (:id, :options, :version, now(), :payload,"
          + " :json, :csv, :markdown, :html, :plain)"
          + " on conflict (leaderboard_id, options_digest) do update set"
          + " version = excluded.version, computed = excluded.computed,"
          + " payload = excluded.payload, json = excluded.json, csv = excluded.csv,"
          + " markdown = excluded.markdown, html = excluded.html, plain = excluded.plain"
          + " where leaderboard_result.version <= excluded.version";

  /** Options differ without end, in their seed for example. */
  private static final String FORGET =
      "delete from leaderboard_result where leaderboard_id = :id and options_digest not in"
          + " (select options_digest from leaderboard_result where leaderboard_id = :id"
          + " order by computed desc limit 32)";

  private final Transactions transactions;

  Results(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What was computed of this version with these options, or null. */
  public Uni<ResultRow> find(UUID leaderboardId, String optionsDigest, long version) {
    return transactions.run(
        () ->
            ResultRow.<ResultRow>find(
                    "key.leaderboardId = ?1 and key.optionsDigest = ?2 and version = ?3",
                    leaderboardId,
                    optionsDigest,
                    version)
                .firstResult());
  }

  public Uni<ResultRow> save(ResultRow result) {
    return transactions
        .run(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            session
                                .createNativeQuery(STORE)
                                .setParameter("id", result.key.leaderboardId())
                                .setParameter("options", result.key.optionsDigest())
                                .setParameter("version", result.version)
                                .setParameter("payload", result.payload)
                                .setParameter("json", result.json)
                                .setParameter("csv", result.csv)
                                .setParameter("markdown", result.markdown)
                                .setParameter("html", result.html)
                                .setParameter("plain", result.plain)
                                .executeUpdate()
                                .chain(
                                    stored ->
                                        session
                                            .createNativeQuery(FORGET)
                                            .setParameter("id", result.key.leaderboardId())
                                            .executeUpdate())))
        .replaceWith(result);
  }
}
