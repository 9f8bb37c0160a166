package io.plumbline.trainer.training;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.trainer.run.StoredRun;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;

/** What a training run has beside its state and events. */
@Entity
@Table(name = "training_run")
public class StoredTraining {
  @Id public String id;

  @Column(name = "output_data_set_id")
  public String outputDataSetId;

  public String checkpoint;

  @Column(name = "last_metrics")
  public byte[] lastMetrics;

  public int attempts;

  public Metrics lastMetrics() {
    try {
      return lastMetrics == null ? null : Metrics.parseFrom(lastMetrics);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TrainingSpec specOf(StoredRun run) {
    return specOf(run.spec);
  }

  static TrainingSpec specOf(byte[] bytes) {
    try {
      return TrainingSpec.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  TrainingRun toMessage(StoredRun run) {
    var message =
        TrainingRun.newBuilder()
            .setStatus(run.toStatus())
            .setSpec(specOf(run))
            .setAttempts(attempts);
    if (outputDataSetId != null) {
      message.setOutputDataSetId(outputDataSetId);
    }
    if (checkpoint != null) {
      message.setCheckpoint(ModelReference.newBuilder().setReference(checkpoint));
    }
    if (lastMetrics != null) {
      message.setLastMetrics(lastMetrics());
    }
    return message.build();
  }
}
