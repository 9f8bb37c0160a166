package io.plumbline.judgment.media;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the media of prompt and answers under every question about them, each below the mark that
 * stands in the text in its place.
 */
public final class Illustration {
  private final Set<MediaPart> media = new LinkedHashSet<>();

  /**
   * @param shown prompt and answers that the questions are about
   */
  public Illustration(List<Content> shown) {
    shown.forEach(this::gather);
  }

  /** Of all that a comparison shows. */
  public static Illustration of(Comparison comparison) {
    return new Illustration(
        List.of(comparison.prompt(), comparison.first().content(), comparison.second().content()));
  }

  private void gather(Content content) {
    if (content instanceof Conversation conversation) {
      for (Message message : conversation.messages()) {
        for (ContentPart part : message.parts()) {
          if (part instanceof MediaPart found) {
            media.add(found);
          }
        }
      }
    }
  }

  public boolean isEmpty() {
    return media.isEmpty();
  }

  /** The request with the media at the end of the last turn of its user. */
  public JudgeRequest under(JudgeRequest request) {
    if (media.isEmpty()) {
      return request;
    }
    List<Message> messages = new ArrayList<>(request.messages());
    int last = lastOfUser(messages);
    List<ContentPart> parts = new ArrayList<>(messages.get(last).parts());
    for (MediaPart part : media) {
      parts.add(new TextPart("\n" + MediaMark.of(part)));
      parts.add(part);
    }
    messages.set(last, new Message(messages.get(last).role(), parts));
    return new JudgeRequest(messages, request.labels(), request.maximumTokens());
  }

  private static int lastOfUser(List<Message> messages) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).role() == Role.USER) {
        return i;
      }
    }
    return messages.size() - 1;
  }
}
