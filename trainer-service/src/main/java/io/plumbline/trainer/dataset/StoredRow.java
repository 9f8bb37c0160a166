package io.plumbline.trainer.dataset;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row as the bytes of its message. */
@Entity
@Table(name = "data_set_row")
public class StoredRow {
  @EmbeddedId public RowKey key;
  public byte[] content;
}
