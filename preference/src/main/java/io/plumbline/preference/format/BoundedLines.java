package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;

/** Lines of a reader; one that is too long is skipped to its end without being held in memory. */
final class BoundedLines {
  private static final int END = -1;

  private final Reader reader;
  private final int maxLength;
  private boolean tooLong;

  BoundedLines(Reader reader, int maxLength) {
    this.reader = requireNonNull(reader, "reader is null");
    this.maxLength = maxLength;
  }

  /** The next line without its end, its beginning if it is too long, or null after the last. */
  String next() throws IOException {
    int character = reader.read();
    if (character == END) {
      return null;
    }
    tooLong = false;
    StringBuilder line = new StringBuilder();
    while (character != END && character != '\n') {
      if (line.length() < maxLength) {
        line.append((char) character);
      } else {
        tooLong = true;
      }
      character = reader.read();
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  /** Whether the line last given was cut. */
  boolean tooLong() {
    return tooLong;
  }
}
