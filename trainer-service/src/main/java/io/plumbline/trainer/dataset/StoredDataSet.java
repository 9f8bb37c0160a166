package io.plumbline.trainer.dataset;

import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.trainer.store.Timestamps;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A data set without its rows. */
@Entity
@Table(name = "data_set")
public class StoredDataSet {
  @Id public String id;

  @Column(name = "request_id")
  public String requestId;

  public String name;

  @Enumerated(EnumType.STRING)
  public DataSetKind kind;

  @Column(name = "row_count")
  public long rowCount;

  /** Null until the data set is complete. */
  public String digest;

  public Instant created;

  public boolean isComplete() {
    return digest != null;
  }

  public DataSet toMessage() {
    return DataSet.newBuilder()
        .setId(id)
        .setName(name)
        .setKind(kind)
        .setRows(rowCount)
        .setDigest(digest == null ? "" : digest)
        .setCreated(Timestamps.of(created))
        .build();
  }
}
