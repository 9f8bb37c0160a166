package io.plumbline.judge.run.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One evaluation run. */
@Entity
@Table(name = "evaluation")
public class EvaluationRow extends PanacheEntityBase {
  @Id public UUID id;

  /** Given by the database in the order of creation; pages are cut by it. */
  @Column(insertable = false, updatable = false)
  public Long sequence;

  @Column(name = "request_id")
  public String requestId;

  @Column(name = "spec_digest")
  public String specDigest;

  public String name;

  @Enumerated(EnumType.STRING)
  public RunStateName state;

  /** Verdicts stored, of {@link #total}. */
  public long done;

  public long total;
  public double level;

  /** Of the stored verdicts; its limit is {@link #budget}, 0 for none. */
  public double cost;

  public double budget;
  public Instant created;
  public Instant started;
  public Instant ended;

  /** How often it was claimed since its last verdict was stored. */
  public int attempts;

  @Column(name = "error_code")
  public int errorCode;

  @Column(name = "error_message")
  public String errorMessage;

  /** The position of the last event. */
  public long events;

  /** Who works on the run, until {@link #leaseUntil}. */
  public UUID worker;

  @Column(name = "lease_until")
  public Instant leaseUntil;
}
