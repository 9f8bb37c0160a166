package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plumbline.judgment.replay.AudioFormat;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import java.io.IOException;

/**
 * Media in a chat message: {@code image_url} and, for inline recordings, {@code input_audio} as
 * OpenAI has them; {@code audio_url} and {@code video_url} as vLLM adds them.
 */
final class MediaBody {
  private MediaBody() {}

  static void write(JsonGenerator json, MediaPart media) throws IOException {
    json.writeStartObject();
    if (media.kind() == MediaKind.AUDIO && media.source() instanceof MediaSource.Inline inline) {
      json.writeStringField("type", "input_audio");
      json.writeObjectFieldStart("input_audio");
      json.writeStringField("data", inline.base64());
      json.writeStringField("format", AudioFormat.of(inline.mediaType()));
    } else {
      String type = media.kind().wireName() + "_url";
      json.writeStringField("type", type);
      json.writeObjectFieldStart(type);
      json.writeStringField("url", media.source().address());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
