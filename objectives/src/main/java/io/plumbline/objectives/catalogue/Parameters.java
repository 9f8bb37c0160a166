package io.plumbline.objectives.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of an entry's parameters.
 *
 * @param values name to value, one for each declared parameter
 */
public record Parameters(Map<String, Double> values) {
  public Parameters {
    values = Map.copyOf(values);
  }

  /** Given values over the initial ones. Throws when a name is not among {@code declared}. */
  static Parameters over(List<Parameter> declared, Map<String, Double> given, String objective) {
    Map<String, Double> values = new LinkedHashMap<>();
    declared.forEach(parameter -> values.put(parameter.name(), parameter.initial()));
    given.forEach(
        (name, value) -> {
          if (values.replace(name, value) == null) {
            throw new IllegalArgumentException(
                "parameters: %s has no '%s', only %s".formatted(objective, name, values.keySet()));
          }
        });
    return new Parameters(values);
  }

  /** The value called {@code name}. */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameters: '%s' is not declared".formatted(name));
    }
    return value;
  }

  /** Whether the flag {@code name} is set: 1 is set, 0 is not, nothing else is accepted. */
  public boolean isSet(String name) {
    double value = get(name);
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException(
          "%s: %s is neither 0 nor 1; it is a switch".formatted(name, value));
    }
    return value == 1;
  }
}
