package io.plumbline.trainer.recipe.stage;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.StageOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;

/** How far a stage is: its outcome so far, and which events of its child run were passed on. */
@Entity
@Table(name = "recipe_stage")
public class StoredStage {
  @EmbeddedId public StageKey key;
  public byte[] outcome;
  public Instant started;

  @Column(name = "child_position")
  public long childPosition;

  public StageOutcome outcome() {
    try {
      return StageOutcome.parseFrom(outcome);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
