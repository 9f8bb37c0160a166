package io.plumbline.objectives;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an objective carries from one optimiser step to the next, by name: plain numbers, so that a
 * run can checkpoint it.
 *
 * @param values name to value; empty for stateless objectives
 */
public record ObjectiveState(Map<String, Double> values) {
  /** The state of a stateless objective, and the first state of every other. */
  public static final ObjectiveState EMPTY = new ObjectiveState(Map.of());

  public ObjectiveState {
    values = Map.copyOf(values);
  }

  /** The value called {@code name}, or {@code initial} before the first step. */
  public double get(String name, double initial) {
    return values.getOrDefault(name, initial);
  }

  /** This state with one value set. */
  public ObjectiveState with(String name, double value) {
    Map<String, Double> extended = new LinkedHashMap<>(values);
    extended.put(name, value);
    return new ObjectiveState(extended);
  }
}
