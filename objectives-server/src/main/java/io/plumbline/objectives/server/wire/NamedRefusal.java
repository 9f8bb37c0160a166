package io.plumbline.objectives.server.wire;

/**
 * The message of an {@link IllegalArgumentException} of the objectives, taken apart: they all read
 * {@code NAME: what is wrong; what to do}.
 *
 * @param name the parameter, channel or other input that is refused; empty where none is named
 * @param remedy the rest
 */
record NamedRefusal(String name, String remedy) {
  static NamedRefusal of(RuntimeException refusal) {
    String message = String.valueOf(refusal.getMessage());
    int colon = message.indexOf(": ");
    return colon <= 0 || message.substring(0, colon).contains(" ")
        ? new NamedRefusal("", message)
        : new NamedRefusal(message.substring(0, colon), message.substring(colon + 2));
  }
}
