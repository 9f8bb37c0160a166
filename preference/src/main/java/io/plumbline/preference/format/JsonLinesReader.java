package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of JSON lines; every line becomes a value or a {@link BadRow}, blank lines neither.
 * Lines longer than 16 Mi characters are bad rows.
 */
public final class JsonLinesReader<T> {
  private static final int MAX_LINE_LENGTH = 16 * 1024 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final RowFormat<T> format;

  public JsonLinesReader(RowFormat<T> format) {
    this.format = requireNonNull(format, "format is null");
  }

  /** Values and bad rows of a whole file, each in file order. */
  public record Rows<T>(List<T> values, List<BadRow> badRows) {
    public Rows {
      values = List.copyOf(values);
      badRows = List.copyOf(badRows);
    }
  }

  /**
   * Reads everything into memory.
   *
   * @param file the name that bad rows carry
   */
  public Rows<T> readAll(String file, Reader reader) throws IOException {
    List<T> values = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    read(
        file,
        reader,
        new RowSink<>() {
          @Override
          public void value(long line, T value) {
            values.add(value);
          }

          @Override
          public void bad(BadRow row) {
            badRows.add(row);
          }
        });
    return new Rows<>(values, badRows);
  }

  /** Reads row by row; holds one row at a time. */
  public void read(String file, Reader reader, RowSink<T> sink) throws IOException {
    BoundedLines lines = new BoundedLines(new BufferedReader(reader), MAX_LINE_LENGTH);
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      number++;
      if (lines.tooLong()) {
        sink.bad(new BadRow(file, number, "", "longer than " + MAX_LINE_LENGTH + " characters"));
      } else if (!line.isBlank()) {
        readLine(file, number, line, sink);
      }
    }
  }

  private void readLine(String file, long number, String line, RowSink<T> sink) {
    T value;
    try {
      value = format.read(parse(line));
    } catch (BadFieldException bad) {
      sink.bad(new BadRow(file, number, bad.field(), bad.getMessage()));
      return;
    }
    sink.value(number, value);
  }

  private static ObjectNode parse(String line) throws BadFieldException {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException notJson) {
      throw new BadFieldException("", "no valid JSON: " + notJson.getOriginalMessage());
    }
    if (node instanceof ObjectNode row) {
      return row;
    }
    throw new BadFieldException("", "a JSON object is needed, found " + node.getNodeType());
  }
}
