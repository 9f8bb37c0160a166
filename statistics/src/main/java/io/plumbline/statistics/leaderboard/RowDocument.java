package io.plumbline.statistics.leaderboard;

import io.plumbline.statistics.interval.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a row's document: JSON has no NaN and no infinity, so that null stands for them. */
public final class RowDocument {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  public RowDocument(String model) {
    fields.put("model", model);
  }

  public RowDocument text(String name, String value) {
    fields.put(name, value);
    return this;
  }

  public RowDocument number(String name, double value) {
    fields.put(name, finite(value));
    return this;
  }

  public RowDocument count(String name, int value) {
    fields.put(name, value);
    return this;
  }

  /** Null for null. */
  public RowDocument interval(String name, Interval interval) {
    Map<String, Object> bounds = null;
    if (interval != null) {
      bounds = new LinkedHashMap<>();
      bounds.put("lower", finite(interval.lower()));
      bounds.put("upper", finite(interval.upper()));
      bounds.put("level", interval.level());
    }
    fields.put(name, bounds);
    return this;
  }

  public RowDocument numbers(String name, Map<String, Double> values) {
    Map<String, Object> document = new LinkedHashMap<>();
    values.forEach((key, value) -> document.put(key, finite(value)));
    fields.put(name, document);
    return this;
  }

  /** The document, ended by what its reader must know. */
  public Map<String, Object> notes(List<String> notes) {
    fields.put("notes", notes);
    return fields;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
