package io.plumbline.judge.model.cache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One answer; the payload is a {@link CachedAnswer} as JSON. */
@Entity
@Table(name = "chat_answer")
public class AnswerRow extends PanacheEntityBase {
  @Id public String key;
  public Instant created;
  public byte[] payload;
}
