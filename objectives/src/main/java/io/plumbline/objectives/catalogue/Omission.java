package io.plumbline.objectives.catalogue;

import java.util.List;

/**
 * A method that the catalogue leaves out on purpose.
 *
 * @param method its name, with its METHODS number where it has one
 * @param reason why, in one sentence
 */
public record Omission(String method, String reason) {
  /** All of them. */
  public static List<Omission> all() {
    return List.of();
  }
}
