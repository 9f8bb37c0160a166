package io.plumbline.reward.registry;

import io.plumbline.reward.failure.InvalidFieldException;
import java.util.regex.Pattern;

/** Names of models and aliases: letters, digits, '-' and '_', 1 to 64 characters. */
public final class ModelName {
  /** Before the names of models that other people's servers run. */
  public static final String UPSTREAM = "upstream:";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ModelName() {}

  /**
   * The name of a model to score with, which may be one of another server.
   *
   * @param field where the request names it, for the error
   */
  public static String requireAny(String field, String name) {
    require(field, name.startsWith(UPSTREAM) ? name.substring(UPSTREAM.length()) : name);
    return name;
  }

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
