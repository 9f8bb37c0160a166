package io.plumbline.models.reference;

import static java.util.Objects.requireNonNull;

/** A model could not be had; the message is one line that names the cause and the remedy. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a model could not be had. */
  public enum Reason {
    /** The reference is in no known form, or names nothing in the catalogue. */
    UNKNOWN_REFERENCE,
    /** The place that the reference names holds no such model, package or file. */
    NOT_FOUND,
    /** The bytes are not those that were pinned. */
    WRONG_HASH,
    /** The cache has no room for the model. */
    DISK_FULL,
    /** The model is not in the cache and its origin cannot be reached. */
    OFFLINE,
    /** The files are there but are not what they should be. */
    MALFORMED,
    /** The cache cannot be read or written. */
    CACHE
  }

  private final Reason reason;

  /** Joins {@code cause} and {@code remedy} into the one-line message. */
  public ModelException(Reason reason, String cause, String remedy) {
    this(reason, cause, remedy, null);
  }

  /** As above, keeping the exception that was seen first. */
  public ModelException(Reason reason, String cause, String remedy, Throwable origin) {
    super(oneLine(cause) + ": " + oneLine(remedy), origin);
    this.reason = requireNonNull(reason, "reason is null");
  }

  /** Why the model could not be had. */
  public Reason reason() {
    return reason;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").trim();
  }
}
