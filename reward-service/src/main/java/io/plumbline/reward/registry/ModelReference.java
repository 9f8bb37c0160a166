package io.plumbline.reward.registry;

import static java.util.Objects.requireNonNull;

import io.plumbline.reward.failure.InvalidFieldException;

/**
 * What a request calls a model: NAME, NAME@VERSION or NAME@ALIAS, where NAME may begin with {@code
 * upstream:}.
 *
 * @param selector digits for a version, else an alias
 */
public record ModelReference(String name, String selector) {
  public static final String LATEST = "latest";

  public ModelReference {
    requireNonNull(name, "name is null");
    requireNonNull(selector, "selector is null");
  }

  /**
   * @param field where the request names the model, for the error
   */
  public static ModelReference parse(String field, String text) {
    int at = text.indexOf('@');
    String name = ModelName.requireAny(field, at < 0 ? text : text.substring(0, at));
    if (at < 0) {
      return new ModelReference(name, LATEST);
    }
    String selector = ModelName.require(field, text.substring(at + 1));
    if (isVersion(selector) && selector.length() > 18) {
      throw new InvalidFieldException(
          field, "has the version " + selector + ", which is too large");
    }
    return new ModelReference(name, selector);
  }

  public boolean namesVersion() {
    return isVersion(selector);
  }

  /**
   * @throws NumberFormatException if the selector is an alias
   */
  public long version() {
    return Long.parseLong(selector);
  }

  /** Whether an alias of this name would be taken for a version. */
  public static boolean isVersion(String selector) {
    return selector.chars().allMatch(character -> character >= '0' && character <= '9');
  }

  @Override
  public String toString() {
    return name + "@" + selector;
  }
}
