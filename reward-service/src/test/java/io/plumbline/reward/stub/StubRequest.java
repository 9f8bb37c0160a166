package io.plumbline.reward.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** One HTTP request. */
record StubRequest(String path, String authorization, String body) {

  static StubRequest read(InputStream in) throws IOException {
    String path = line(in).split(" ")[1];
    String authorization = "";
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String value = header.substring(header.indexOf(':') + 1).strip();
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(value);
      } else if (header.regionMatches(true, 0, "Authorization:", 0, 14)) {
        authorization = value;
      }
    }
    return new StubRequest(path, authorization, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
    }
    return line.toString().strip();
  }
}
