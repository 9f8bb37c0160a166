package io.plumbline.judgment.media;

import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.TextPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What stands in a text where a medium does, and over the medium itself: its kind and the beginning
 * of its digest, so that a judge finds it in whatever order answers are shown.
 */
public final class MediaMark {
  private static final int DIGITS = 12;

  private MediaMark() {}

  public static String of(MediaPart media) {
    byte[] source = media.source().toString().getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256().digest(source));
    return "[" + media.kind().wireName() + " " + digest.substring(0, DIGITS) + "]";
  }

  /** The parts with a mark before every medium, which is all that most of a judgment reads. */
  public static List<ContentPart> before(List<ContentPart> parts) {
    List<ContentPart> marked = new ArrayList<>();
    for (ContentPart part : parts) {
      if (part instanceof MediaPart media) {
        marked.add(new TextPart(of(media)));
      }
      marked.add(part);
    }
    return marked;
  }

  static Comparison in(Comparison comparison) {
    return new Comparison(
        comparison.id(),
        comparison.cluster(),
        in(comparison.prompt()),
        in(comparison.first()),
        in(comparison.second()));
  }

  private static Completion in(Completion completion) {
    return new Completion(in(completion.content()), completion.source());
  }

  private static Content in(Content content) {
    return content instanceof Conversation dialogue
        ? new Conversation(
            dialogue.messages().stream()
                .map(turn -> new Message(turn.role(), before(turn.parts())))
                .toList())
        : content;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
