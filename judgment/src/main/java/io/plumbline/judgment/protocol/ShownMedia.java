package io.plumbline.judgment.protocol;

import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Images, recordings and videos that a judge is shown after its question, each lot under a caption.
 *
 * @param parts captions and media in order; empty for none
 */
record ShownMedia(List<ContentPart> parts) {
  static final ShownMedia NONE = new ShownMedia(List.of());

  ShownMedia {
    parts = List.copyOf(parts);
  }

  /** These and what a content holds; the same where it holds none. */
  ShownMedia and(String owner, Content content) {
    if (!(content instanceof Conversation dialogue)) {
      return this;
    }
    List<ContentPart> media =
        dialogue.messages().stream()
            .flatMap(message -> message.parts().stream())
            .filter(MediaPart.class::isInstance)
            .toList();
    if (media.isEmpty()) {
      return this;
    }
    List<ContentPart> more = new ArrayList<>(parts);
    more.add(new TextPart("\nMedia of the " + owner + ":\n"));
    more.addAll(media);
    return new ShownMedia(more);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The turns with the media at the end of the last. */
  List<Message> after(List<Message> turns) {
    if (parts.isEmpty()) {
      return turns;
    }
    List<Message> shown = new ArrayList<>(turns);
    Message last = shown.remove(shown.size() - 1);
    List<ContentPart> all = new ArrayList<>(last.parts());
    all.addAll(parts);
    shown.add(new Message(last.role(), all));
    return shown;
  }
}
