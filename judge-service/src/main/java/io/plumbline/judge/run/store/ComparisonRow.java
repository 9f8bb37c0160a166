package io.plumbline.judge.run.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One comparison of a run; the payload is its {@code Comparison}. */
@Entity
@Table(name = "evaluation_comparison")
public class ComparisonRow extends PanacheEntityBase {
  @EmbeddedId public Key key;
  public String cluster;

  /** One character per null judge, written by {@link NullWinners}. */
  @Column(name = "null_winners")
  public String nullWinners;

  public byte[] payload;

  /** Run and position of the comparison in its request. */
  @Embeddable
  public record Key(@Column(name = "evaluation_id") UUID evaluationId, int comparison) {}
}
