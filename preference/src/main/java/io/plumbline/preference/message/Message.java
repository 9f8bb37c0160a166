package io.plumbline.preference.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** One turn of a conversation: a role and its parts in order. */
public record Message(Role role, List<ContentPart> parts) {
  public Message {
    requireNonNull(role, "role is null");
    parts = List.copyOf(parts);
  }

  /** A turn that is one text. */
  public static Message text(Role role, String text) {
    return new Message(role, List.of(new TextPart(text)));
  }

  /** The text parts joined without a separator; media parts are left out. */
  public String text() {
    return parts.stream()
        .filter(TextPart.class::isInstance)
        .map(part -> ((TextPart) part).text())
        .collect(Collectors.joining());
  }
}
