package io.plumbline.judge.mapping;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Media;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import java.util.Base64;
import java.util.Locale;

/** Reads media; the service fetches none, so an address must be one that the model can read. */
final class MediaMapping {
  private static final int LARGEST = 16 * 1024 * 1024;

  private MediaMapping() {}

  /**
   * @param field the part's path in the request
   */
  static MediaPart media(ContentPart part, String field) {
    return switch (part.getPartCase()) {
      case IMAGE -> media(MediaKind.IMAGE, part.getImage(), field + ".image");
      case AUDIO -> media(MediaKind.AUDIO, part.getAudio(), field + ".audio");
      case VIDEO -> media(MediaKind.VIDEO, part.getVideo(), field + ".video");
      default -> throw new InvalidRequestException(field, "must be a text, image, audio or video");
    };
  }

  private static MediaPart media(MediaKind kind, Media media, String field) {
    return switch (media.getSourceCase()) {
      case URI -> new MediaPart(kind, address(media.getUri(), field + ".uri"));
      case CONTENT -> new MediaPart(kind, inline(kind, media, field));
      default -> throw new InvalidRequestException(field, "must have a uri or content");
    };
  }

  private static MediaSource address(String uri, String field) {
    String lower = uri.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("data:")) {
      throw new InvalidRequestException(
          field, "must be an https: or data: address, which the model's endpoint reads itself");
    }
    return new MediaSource.Uri(uri);
  }

  private static MediaSource inline(MediaKind kind, Media media, String field) {
    if (!media.getMimeType().startsWith(kind.wireName() + "/")) {
      throw new InvalidRequestException(
          field + ".mime_type",
          "must be " + kind.wireName() + "/…, is '" + media.getMimeType() + "'");
    }
    if (media.getContent().size() > LARGEST) {
      throw new InvalidRequestException(
          field + ".content",
          "must not exceed " + LARGEST + " bytes, has " + media.getContent().size());
    }
    return new MediaSource.Inline(
        media.getMimeType(), Base64.getEncoder().encodeToString(media.getContent().toByteArray()));
  }
}
