package io.plumbline.reward.head;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of posted embeddings, apart from the trainings, which are listed without them. */
@Entity
@Table(name = "head_training_embeddings")
class PostedPairsEntity {
  @Id
  @Column(name = "training_id")
  UUID trainingId;

  byte[] chosen;
  byte[] rejected;
}
