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
import java.util.function.Consumer;

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
    read(file, reader, values::add, badRows::add);
    return new Rows<>(values, badRows);
  }

  /** Reads row by row; holds one row at a time. */
  public void read(String file, Reader reader, Consumer<T> values, Consumer<BadRow> badRows)
      throws IOException {
    BoundedLines lines = new BoundedLines(new BufferedReader(reader), MAX_LINE_LENGTH);
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      number++;
      if (lines.tooLong()) {
        badRows.accept(
            new BadRow(file, number, "", "longer than " + MAX_LINE_LENGTH + " characters"));
      } else if (!line.isBlank()) {
        readLine(file, number, line, values, badRows);
      }
    }
  }

  private void readLine(
      String file, long number, String line, Consumer<T> values, Consumer<BadRow> badRows) {
    T value;
    try {
      value = format.read(parse(line));
    } catch (BadFieldException bad) {
      badRows.accept(new BadRow(file, number, bad.field(), bad.getMessage()));
      return;
    }
    values.accept(value);
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
