package io.plumbline.cli.judge;

import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Media;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Questions as the contract carries them: turns, roles and media as their rows have them. */
final class QuestionMessages {
  private QuestionMessages() {}

  /**
   * @throws UsageException naming the comparison whose media are no base64
   */
  static Comparison comparison(Question question) {
    io.plumbline.preference.Comparison asked = question.comparison();
    try {
      Content first = asked.first().content();
      Content second = asked.second().content();
      return Comparison.newBuilder()
          .setId(asked.id())
          .setPrompt(
              Prompt.newBuilder()
                  .setId(asked.cluster())
                  .addAllMessages(turns(asked.prompt(), Role.ROLE_USER)))
          .setA(completion(first).setModel(asked.first().source()))
          .setB(completion(second).setModel(asked.second().source()))
          .addAllATurns(isOne(first) ? List.of() : turns(first, Role.ROLE_ASSISTANT))
          .addAllBTurns(isOne(second) ? List.of() : turns(second, Role.ROLE_ASSISTANT))
          .setPrinciple(question.principle())
          .putAllMaterial(question.material())
          .build();
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(
          "comparison '" + asked.id() + "': a medium is no base64: " + malformed.getMessage(),
          malformed);
    }
  }

  private static List<Message> turns(Content content, Role speaker) {
    return content instanceof Conversation dialogue
        ? dialogue.messages().stream()
            .map(
                turn ->
                    Message.newBuilder()
                        .setRole(role(turn.role()))
                        .addAllParts(parts(turn))
                        .build())
            .toList()
        : List.of(Message.newBuilder().setRole(speaker).addParts(text(content.text())).build());
  }

  // A completion of the contract is one turn; several go beside it.
  private static Completion.Builder completion(Content content) {
    Completion.Builder completion = Completion.newBuilder();
    if (isOne(content)) {
      turns(content, Role.ROLE_ASSISTANT)
          .forEach(turn -> completion.addAllParts(turn.getPartsList()));
    }
    return completion;
  }

  private static boolean isOne(Content content) {
    return !(content instanceof Conversation dialogue) || dialogue.messages().size() < 2;
  }

  private static List<ContentPart> parts(io.plumbline.preference.message.Message turn) {
    List<ContentPart> parts = new ArrayList<>();
    for (io.plumbline.preference.message.ContentPart part : turn.parts()) {
      parts.add(part instanceof MediaPart medium ? medium(medium) : text(((TextPart) part).text()));
    }
    return parts;
  }

  private static ContentPart medium(MediaPart medium) {
    Media.Builder media = Media.newBuilder();
    if (medium.source() instanceof MediaSource.Inline inline) {
      media
          .setMimeType(inline.mediaType())
          .setContent(ByteString.copyFrom(Base64.getDecoder().decode(inline.base64())));
    } else {
      media.setUri(medium.source().address());
    }
    ContentPart.Builder part = ContentPart.newBuilder();
    return switch (medium.kind()) {
      case IMAGE -> part.setImage(media).build();
      case AUDIO -> part.setAudio(media).build();
      case VIDEO -> part.setVideo(media).build();
    };
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }

  private static Role role(io.plumbline.preference.message.Role role) {
    return switch (role) {
      case SYSTEM -> Role.ROLE_SYSTEM;
      case DEVELOPER -> Role.ROLE_DEVELOPER;
      case USER -> Role.ROLE_USER;
      case ASSISTANT -> Role.ROLE_ASSISTANT;
      case TOOL -> Role.ROLE_TOOL;
    };
  }
}
