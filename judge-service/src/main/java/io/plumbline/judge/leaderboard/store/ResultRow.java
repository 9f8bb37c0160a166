package io.plumbline.judge.leaderboard.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A computed leaderboard; the payload is its {@code Leaderboard}, the texts are its exports. */
@Entity
@Table(name = "leaderboard_result")
public class ResultRow extends PanacheEntityBase {
  @EmbeddedId public Key key;
  public long version;
  public Instant computed;
  public byte[] payload;
  public String json;
  public String csv;
  public String markdown;
  public String html;
  public String plain;

  /** Leaderboard, and the digest of the options with which it was computed. */
  @Embeddable
  public record Key(
      @Column(name = "leaderboard_id") UUID leaderboardId,
      @Column(name = "options_digest") String optionsDigest) {}
}
