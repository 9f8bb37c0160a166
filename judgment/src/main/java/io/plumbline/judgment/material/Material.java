package io.plumbline.judgment.material;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import io.plumbline.preference.format.PlainRowFormat;
import io.plumbline.preference.format.RowSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows that an audit asks about: ours, or a user's file of the same fields. */
public record Material(List<MaterialRow> rows) {
  private static final int MOST_ROWS = 10_000;

  public Material {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new MaterialException("the material holds no row");
    }
    if (rows.size() > MOST_ROWS) {
      throw new MaterialException(
          "the material holds " + rows.size() + " rows, more than " + MOST_ROWS);
    }
  }

  /**
   * The rows that come with an audit.
   *
   * @param file its name without the ending
   */
  public static Material builtIn(String file) {
    String name = file + ".jsonl";
    try (Reader reader =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(
                    Material.class.getResourceAsStream(name), () -> name + " is not built in"),
                StandardCharsets.UTF_8))) {
      return read(reader, name);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param source the file's name, for messages
   * @throws MaterialException naming the first line that is no JSON object
   * @throws IOException from the reader
   */
  public static Material read(Reader reader, String source) throws IOException {
    List<MaterialRow> rows = new ArrayList<>();
    RowSink<ObjectNode> sink =
        new RowSink<>() {
          @Override
          public void value(long line, ObjectNode row) {
            rows.add(new MaterialRow(source, line, row));
          }

          @Override
          public void bad(BadRow row) {
            throw new MaterialException(row.message());
          }
        };
    new JsonLinesReader<>(new PlainRowFormat()).read(source, new BufferedReader(reader), sink);
    return new Material(rows);
  }

  /**
   * @param source the text's name, for messages
   * @throws MaterialException naming the first line that is no JSON object
   */
  public static Material of(String text, String source) {
    try {
      return read(new StringReader(text), source);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
