package io.plumbline.statistics.agreement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.plumbline.statistics.csv.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads long-form ratings, as CSV with a header or as one JSON object per line, with {@code item},
 * {@code rater} and {@code value}. An empty value, NA, NaN or null is a missing rating.
 */
public final class RatingReader {
  private static final List<String> FIELDS = List.of("item", "rater", "value");
  private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null");
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private RatingReader() {}

  /**
   * What a file holds.
   *
   * @param missing rows without a value
   * @param rejected rows that could not be used, with their lines and what is wrong
   */
  public record Result(List<Ratings.Rating> ratings, int missing, List<String> rejected) {}

  /**
   * @param source name of the file, for messages
   * @throws IOException with file and line, if the file ends early, is empty or lacks a column
   */
  public static Result read(BufferedReader reader, String source) throws IOException {
    List<Ratings.Rating> ratings = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    Map<List<String>, String> seen = new HashMap<>();
    int missing = 0;
    long line = 0;
    int[] positions = null;
    boolean json = false;
    try {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (text.isBlank()) {
          continue;
        }
        if (positions == null && !json) {
          json = text.stripLeading().startsWith("{");
          if (!json) {
            positions = positions(text);
            continue;
          }
        }
        String where = source + ", line " + line + ": ";
        String[] values = json ? jsonValues(text) : csvValues(text, positions);
        if (values == null) {
          rejected.add(where + "not a JSON object");
        } else if (values[0].isBlank() || values[1].isBlank()) {
          rejected.add(where + "has no " + (values[0].isBlank() ? "item" : "rater"));
        } else if (MISSING.contains(values[2].strip())) {
          missing++;
        } else {
          String known = seen.putIfAbsent(List.of(values[0], values[1]), values[2]);
          if (known != null) {
            rejected.add(
                where
                    + "rater %s already gave item %s the value %s"
                        .formatted(values[1], values[0], known));
          } else {
            ratings.add(new Ratings.Rating(values[0], values[1], values[2].strip()));
          }
        }
      }
    } catch (IOException broken) {
      throw new IOException(
          "%s, after line %d: %s".formatted(source, line, broken.getMessage()), broken);
    }
    if (ratings.isEmpty()) {
      throw new IOException(
          source + ": holds no rating" + (rejected.isEmpty() ? "" : "; " + rejected.get(0)));
    }
    return new Result(ratings, missing, rejected);
  }

  private static int[] positions(String header) throws IOException {
    List<String> names =
        CsvLine.fields(header.strip().replace("\uFEFF", "")).stream().map(String::strip).toList();
    int[] positions = new int[FIELDS.size()];
    for (int field = 0; field < positions.length; field++) {
      positions[field] = names.indexOf(FIELDS.get(field));
      if (positions[field] < 0) {
        throw new IOException("the header has no column " + FIELDS.get(field));
      }
    }
    return positions;
  }

  private static String[] csvValues(String text, int[] positions) {
    List<String> fields = CsvLine.fields(text);
    String[] values = new String[positions.length];
    for (int field = 0; field < values.length; field++) {
      values[field] = positions[field] < fields.size() ? fields.get(positions[field]) : "";
    }
    return values;
  }

  private static String[] jsonValues(String text) {
    String[] values = {"", "", ""};
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        int field = FIELDS.indexOf(parser.currentName());
        JsonToken token = parser.nextToken();
        if (field >= 0 && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          values[field] = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      return values;
    } catch (IOException broken) {
      return null;
    }
  }
}
