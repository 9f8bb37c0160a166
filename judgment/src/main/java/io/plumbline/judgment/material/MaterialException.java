package io.plumbline.judgment.material;

/** A row of material that cannot be used; the message names source, line and field. */
public final class MaterialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MaterialException(String message) {
    super(message);
  }
}
