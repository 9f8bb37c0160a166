package io.plumbline.reward.head;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Specs and events as they are stored. */
@ApplicationScoped
class TrainingFormat {
  private final ObjectMapper json;

  TrainingFormat(ObjectMapper json) {
    this.json = json;
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a training cannot be written", impossible);
    }
  }

  HeadTrainingSpec spec(String text) {
    return read(text, HeadTrainingSpec.class);
  }

  TrainingEvent event(TrainingEventEntity row) {
    Instant time = row.time.toInstant();
    return switch (row.kind) {
      case STATE ->
          new TrainingEvent.StateChanged(row.position, time, read(row.body, TrainingState.class));
      case PROGRESS ->
          new TrainingEvent.Progressed(row.position, time, read(row.body, TrainingProgress.class));
      case METRICS ->
          new TrainingEvent.Measured(row.position, time, read(row.body, TrainingMetrics.class));
      case MESSAGE -> new TrainingEvent.Said(row.position, time, read(row.body, String.class));
    };
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("a stored training cannot be read", corrupt);
    }
  }
}
