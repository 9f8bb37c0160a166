package io.plumbline.judgment.replay;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one request from another: SHA-256, in hexadecimal, of everything that is asked, each
 * part with its length before it.
 */
public final class RequestKey {
  private final MessageDigest digest;

  private RequestKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /**
   * @param asked besides the request: model and sampling settings
   */
  public static String of(JudgeRequest request, String... asked) {
    RequestKey key = new RequestKey();
    for (Message message : request.messages()) {
      key.add(message.role().wireName());
      key.add(message.text());
      message.parts().forEach(key::addMedium);
    }
    request.labels().forEach(key::add);
    key.add(Integer.toString(request.maximumTokens()));
    for (String part : asked) {
      key.add(part);
    }
    return HexFormat.of().formatHex(key.digest.digest());
  }

  // Texts are counted already; without media the key is what it was before media were shown.
  private void addMedium(ContentPart part) {
    if (part instanceof MediaPart medium) {
      add(medium.kind().wireName());
      add(medium.source().address());
    }
  }

  private void add(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
