package io.plumbline.judgment.survey;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.material.MaterialRow;
import java.util.ArrayList;
import java.util.List;

/** The personas of a material, or ours where it names none. */
final class Personas {
  private static final int MOST = 100;

  private Personas() {}

  static boolean isOne(MaterialRow row) {
    return row.has("persona") || row.has("baseline");
  }

  /**
   * The baseline first.
   *
   * @throws MaterialException if there are personas without a baseline, or the other way round
   */
  static List<String> of(Material material) {
    List<String> personas = new ArrayList<>();
    List<String> baselines = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      if (row.has("persona")) {
        personas.add(row.text("persona"));
      } else if (row.has("baseline")) {
        baselines.add(row.text("baseline"));
      }
      if (baselines.size() > 1) {
        throw row.wrong("baseline", "must be in one row only");
      }
      if (personas.size() > MOST) {
        throw row.wrong("persona", "must not be in more than " + MOST + " rows");
      }
    }
    if (personas.isEmpty() && baselines.isEmpty()) {
      return of(Material.builtIn("persona-reasoning"));
    }
    if (personas.isEmpty() || baselines.isEmpty()) {
      throw new MaterialException(
          "%s: rows with persona and one with baseline belong together; add a row with %s"
              .formatted(
                  material.rows().get(0).source(), personas.isEmpty() ? "persona" : "baseline"));
    }
    baselines.addAll(personas);
    return List.copyOf(baselines);
  }
}
