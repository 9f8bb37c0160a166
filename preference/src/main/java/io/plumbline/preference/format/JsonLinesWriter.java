package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Writer;

/** Writes records as JSON lines, one per line, with {@code \n} as line end. */
public final class JsonLinesWriter<T> {
  private final RowFormat<T> format;
  private final Writer writer;

  public JsonLinesWriter(RowFormat<T> format, Writer writer) {
    this.format = requireNonNull(format, "format is null");
    this.writer = requireNonNull(writer, "writer is null");
  }

  public void write(T value) throws IOException {
    writer.write(format.write(value).toString());
    writer.write('\n');
  }
}
