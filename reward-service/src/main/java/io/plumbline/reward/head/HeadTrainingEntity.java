package io.plumbline.reward.head;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of head trainings. */
@Entity
@Table(name = "head_training")
class HeadTrainingEntity {
  @Id UUID id;

  @Column(name = "request_id")
  String requestId;

  @Column(name = "request_digest")
  String requestDigest;

  @Enumerated(EnumType.STRING)
  TrainingState state;

  String spec;
  String phase;
  long done;
  long total;
  String unit;
  String error;

  @Column(name = "model_name")
  String modelName;

  @Column(name = "model_version")
  Long modelVersion;

  /** Which process works on it, and until when it may be silent before another takes over. */
  UUID owner;

  @Column(name = "lease_until")
  OffsetDateTime leaseUntil;

  @Column(name = "last_position")
  long lastPosition;

  OffsetDateTime created;
  OffsetDateTime started;
  OffsetDateTime ended;
}
