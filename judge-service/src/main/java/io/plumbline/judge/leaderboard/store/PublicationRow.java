package io.plumbline.judge.leaderboard.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Judgments that were published together; the payload is their {@code Annotations} or battles. */
@Entity
@Table(name = "leaderboard_publication")
public class PublicationRow extends PanacheEntityBase {
  @EmbeddedId public Key key;

  @Column(name = "request_digest")
  public String requestDigest;

  public long position;
  public Instant created;
  public long judgments;
  public long excluded;
  public byte[] payload;

  /** Leaderboard and the client's id of the publication. */
  @Embeddable
  public record Key(
      @Column(name = "leaderboard_id") UUID leaderboardId,
      @Column(name = "request_id") String requestId) {}
}
