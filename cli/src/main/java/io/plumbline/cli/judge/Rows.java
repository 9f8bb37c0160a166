package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import io.plumbline.preference.format.PlainRowFormat;
import io.plumbline.preference.format.RowSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of a file whose format needs the line; any bad row stops the command, naming the first. */
final class Rows {
  private Rows() {}

  /** Makes something of a row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ObjectNode row, long line) throws BadFieldException;
  }

  /**
   * @param expected what rows look like, for a file without any
   */
  static <T> List<T> read(Path file, Reading<T> format, String expected) {
    List<T> values = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    RowSink<ObjectNode> sink =
        new RowSink<>() {
          @Override
          public void value(long line, ObjectNode row) {
            try {
              values.add(format.read(row, line));
            } catch (BadFieldException wrong) {
              bad(new BadRow(file.toString(), line, wrong.field(), wrong.getMessage()));
            }
          }

          @Override
          public void bad(BadRow row) {
            bad.add(row);
          }
        };
    TextFile.read(
        file,
        (reader, source) -> {
          new JsonLinesReader<>(new PlainRowFormat()).read(source, reader, sink);
          return values;
        });
    if (!bad.isEmpty()) {
      throw new UsageException(
          bad.get(0).message() + (bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)"));
    }
    if (values.isEmpty()) {
      throw new UsageException(file + " holds no row; rows are " + expected);
    }
    return values;
  }
}
