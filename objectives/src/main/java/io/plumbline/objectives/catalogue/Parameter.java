package io.plumbline.objectives.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A number that an objective is built with.
 *
 * @param name lower-case name as it stands in specifications
 * @param initial value where none is given
 * @param meaning what it is and its range, for the reference page
 */
public record Parameter(String name, double initial, String meaning) {
  public Parameter {
    requireNonNull(name, "name is null");
    requireNonNull(meaning, "meaning is null");
  }
}
