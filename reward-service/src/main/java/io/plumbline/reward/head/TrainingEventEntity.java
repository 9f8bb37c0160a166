package io.plumbline.reward.head;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of what happened in a head training. */
@Entity
@Table(name = "head_training_event")
class TrainingEventEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "training_id")
  UUID trainingId;

  long position;
  OffsetDateTime time;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String body;

  /** What the body holds, as JSON. */
  enum Kind {
    STATE,
    PROGRESS,
    METRICS,
    MESSAGE
  }
}
