package io.plumbline.preference.message;

import java.util.List;
import java.util.stream.Collectors;

/** Content in TRL's "conversational" form: turns in order. */
public record Conversation(List<Message> messages) implements Content {
  public Conversation {
    messages = List.copyOf(messages);
  }

  @Override
  public String text() {
    return messages.stream().map(Message::text).collect(Collectors.joining("\n\n"));
  }
}
