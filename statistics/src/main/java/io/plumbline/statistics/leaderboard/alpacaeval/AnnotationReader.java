package io.plumbline.statistics.leaderboard.alpacaeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads AlpacaEval's {@code annotations.json}: an array of objects, or one object per line. Outputs
 * are measured and not kept.
 */
public final class AnnotationReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private AnnotationReader() {}

  /**
   * @param source name of the file, for messages
   * @throws IOException with file and line, if the text ends early or is no annotation
   */
  public static List<Annotation> read(Reader reader, String source) throws IOException {
    List<Annotation> annotations = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(reader)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            annotations.add(annotation(parser));
          } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
            throw new IOException("expected an annotation object, found " + parser.getText());
          }
        }
      } catch (IOException broken) {
        throw new IOException(
            "%s, line %d, after %d annotations: %s"
                .formatted(
                    source,
                    parser.currentLocation().getLineNr(),
                    annotations.size(),
                    firstLine(broken.getMessage())),
            broken);
      }
    }
    if (annotations.isEmpty()) {
      throw new IOException(source + ": holds no annotation");
    }
    return annotations;
  }

  private static Annotation annotation(JsonParser parser) throws IOException {
    String instruction = null;
    String first = null;
    String second = null;
    double preference = Double.NaN;
    int firstLength = -1;
    int secondLength = -1;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "instruction" -> instruction = parser.getValueAsString();
        case "generator_1" -> first = parser.getValueAsString();
        case "generator_2" -> second = parser.getValueAsString();
        case "output_1" -> firstLength = length(parser, value);
        case "output_2" -> secondLength = length(parser, value);
        case "preference" -> preference = preference(parser, value);
        default -> parser.skipChildren();
      }
    }
    require(instruction, "instruction");
    require(first, "generator_1");
    require(second, "generator_2");
    return new Annotation(instruction, first, second, preference, firstLength, secondLength);
  }

  private static void require(String value, String field) throws IOException {
    if (value == null) {
      throw new IOException("the annotation has no " + field);
    }
  }

  private static int length(JsonParser parser, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return -1;
    }
    char[] text = parser.getTextCharacters();
    return Character.codePointCount(text, parser.getTextOffset(), parser.getTextLength());
  }

  private static double preference(JsonParser parser, JsonToken value) throws IOException {
    if (value.isNumeric()) {
      return parser.getDoubleValue();
    }
    if (value == JsonToken.VALUE_STRING) {
      try {
        return Double.parseDouble(parser.getText());
      } catch (NumberFormatException notANumber) {
        return Double.NaN;
      }
    }
    parser.skipChildren();
    return Double.NaN;
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
