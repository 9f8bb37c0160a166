package io.plumbline.judge.run.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One event of a run; the payload is its {@code RunEvent}. */
@Entity
@Table(name = "evaluation_event")
public class EventRow extends PanacheEntityBase {
  @EmbeddedId public Key key;
  public byte[] payload;

  /** Run and position, from 1. */
  @Embeddable
  public record Key(@Column(name = "evaluation_id") UUID evaluationId, long position) {}
}
