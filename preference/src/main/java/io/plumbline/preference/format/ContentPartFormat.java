package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.TextPart;

/**
 * A part as {@code {"type": "text", "text"}} or {@code {"type": "image", "image": address}} (audio
 * and video alike); inline bytes are a base64 {@code data:} address. {@code image_url} is read too.
 */
final class ContentPartFormat {
  private static final String DATA_PREFIX = "data:";
  private static final String BASE64_MARK = ";base64,";

  ContentPart read(String field, JsonNode node) throws BadFieldException {
    String type = node.path("type").asText();
    if (type.equals("text")) {
      return new TextPart(address(field + ".text", node.path("text")));
    }
    if (type.equals("image_url")) {
      JsonNode url = node.path("image_url");
      return media(
          MediaKind.IMAGE, address(field + ".image_url", url.isObject() ? url.path("url") : url));
    }
    for (MediaKind kind : MediaKind.values()) {
      if (kind.wireName().equals(type)) {
        return media(kind, address(field + "." + type, node.path(type)));
      }
    }
    throw new BadFieldException(
        field + ".type", "'" + type + "' is none of text, image, image_url, audio, video");
  }

  ObjectNode write(ContentPart part) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (part instanceof TextPart text) {
      return node.put("type", "text").put("text", text.text());
    }
    MediaPart media = (MediaPart) part;
    String kind = media.kind().wireName();
    return node.put("type", kind).put(kind, address(media.source()));
  }

  private static String address(String field, JsonNode node) throws BadFieldException {
    if (!node.isTextual()) {
      throw new BadFieldException(field, "must be a string");
    }
    return node.textValue();
  }

  private static MediaPart media(MediaKind kind, String address) {
    int mark = address.indexOf(BASE64_MARK);
    if (address.startsWith(DATA_PREFIX) && mark >= 0) {
      return new MediaPart(
          kind,
          new MediaSource.Inline(
              address.substring(DATA_PREFIX.length(), mark),
              address.substring(mark + BASE64_MARK.length())));
    }
    return new MediaPart(kind, new MediaSource.Uri(address));
  }

  private static String address(MediaSource source) {
    if (source instanceof MediaSource.Inline inline) {
      return DATA_PREFIX + inline.mediaType() + BASE64_MARK + inline.base64();
    }
    return ((MediaSource.Uri) source).uri();
  }
}
