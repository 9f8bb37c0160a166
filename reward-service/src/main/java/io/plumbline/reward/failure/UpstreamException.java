package io.plumbline.reward.failure;

/** Somebody's server answered what cannot be used; the message names the setting to look at. */
public final class UpstreamException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UpstreamException(String message) {
    super(message);
  }
}
