package io.plumbline.trainer.run;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.RunEvent;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;

/** An event as the bytes of its message. */
@Entity
@Table(name = "run_event")
public class StoredEvent {
  @EmbeddedId public EventKey key;
  public byte[] content;

  static StoredEvent of(String runId, RunEvent event) {
    var stored = new StoredEvent();
    stored.key = new EventKey(runId, event.getPosition());
    stored.content = event.toByteArray();
    return stored;
  }

  RunEvent toMessage() {
    try {
      return RunEvent.parseFrom(content);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
