package io.plumbline.reward.registry;

import io.plumbline.reward.failure.InvalidFieldException;
import java.util.regex.Pattern;

/** Names of models and aliases: letters, digits, '-' and '_', 1 to 64 characters. */
public final class ModelName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ModelName() {}

  /**
   * @param field where the request names it, for the error
   * @return the name
   */
  public static String require(String field, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidFieldException(
          field, "is \"" + name + "\": use 1 to 64 letters, digits, '-' and '_'");
    }
    return name;
  }
}
