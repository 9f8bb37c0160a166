package io.plumbline.judge.run.store;

import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** One verdict of a run; the payload is its {@code Verdict}, the columns are for summaries. */
@Entity
@Table(name = "evaluation_verdict")
public class VerdictRow extends PanacheEntityBase {
  @EmbeddedId public Key key;

  @Enumerated(EnumType.STRING)
  public VerdictState state;

  @Enumerated(EnumType.STRING)
  public Winner winner;

  public Double probability;

  @Column(name = "both_readable")
  public boolean bothReadable;

  public byte[] payload;

  /** Run, and the positions of judge and comparison in its request. */
  @Embeddable
  public record Key(@Column(name = "evaluation_id") UUID evaluationId, int judge, int comparison) {}
}
