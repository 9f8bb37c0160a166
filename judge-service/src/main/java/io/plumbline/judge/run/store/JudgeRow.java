package io.plumbline.judge.run.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One judge of a run; the payload is its {@code JudgeSpec}. */
@Entity
@Table(name = "evaluation_judge")
public class JudgeRow extends PanacheEntityBase {
  @EmbeddedId public Key key;
  public byte[] payload;

  /** Run and position of the judge in its request. */
  @Embeddable
  public record Key(@Column(name = "evaluation_id") UUID evaluationId, int judge) {}
}
