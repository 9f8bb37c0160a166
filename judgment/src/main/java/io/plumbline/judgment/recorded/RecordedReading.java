package io.plumbline.judgment.recorded;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;

/**
 * A reading as a row {@code {id, state, verdict}}: verdict 1 for the completion shown first, 2 for
 * the second, null for a tie, a score or no verdict; {@code tie}, {@code score} or {@code reason}
 * say which of these.
 */
public record RecordedReading(JsonNode id, Reading reading) {
  public RecordedReading {
    requireNonNull(id, "id is null");
    requireNonNull(reading, "reading is null");
  }

  public VerdictState state() {
    return reading instanceof Reading.None none ? none.state() : VerdictState.OK;
  }

  public ObjectNode row() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set("id", id);
    row.put("state", state().name());
    row.putNull("verdict");
    if (reading instanceof Reading.Choice choice) {
      if (choice.winner() == Winner.TIE) {
        row.put("tie", true);
      } else {
        row.put("verdict", choice.winner() == Winner.FIRST ? 1 : 2);
      }
    } else if (reading instanceof Reading.Score score) {
      row.put("score", score.value());
    } else if (reading instanceof Reading.None none) {
      row.put("reason", none.reason());
    }
    return row;
  }
}
