package io.plumbline.statistics.leaderboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes of several rows, each told once with the models that it is about. */
public final class SharedNotes {
  private SharedNotes() {}

  /**
   * @param byModel each model's notes, in the order of the rows
   */
  public static List<String> of(Map<String, List<String>> byModel) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    byModel.forEach(
        (model, notes) ->
            notes.forEach(
                note -> models.computeIfAbsent(note, key -> new ArrayList<>()).add(model)));
    List<String> notes = new ArrayList<>();
    models.forEach(
        (note, names) ->
            notes.add(
                (names.size() == byModel.size() && names.size() > 1
                        ? "all models"
                        : String.join(", ", names))
                    + ": "
                    + note));
    return notes;
  }
}
