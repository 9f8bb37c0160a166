package io.plumbline.judge.leaderboard.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One leaderboard; {@code spec} is its {@code LeaderboardSpec}. */
@Entity
@Table(name = "leaderboard")
public class LeaderboardRow extends PanacheEntityBase {
  @Id public UUID id;

  /** Given by the database in the order of creation; pages are cut by it. */
  @Column(insertable = false, updatable = false)
  public Long sequence;

  public String name;

  @Column(name = "spec_digest")
  public String specDigest;

  public byte[] spec;
  public Instant created;

  /** Number of publications. */
  public long version;

  public long judgments;
}
