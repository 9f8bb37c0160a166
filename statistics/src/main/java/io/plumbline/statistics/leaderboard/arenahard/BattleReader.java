package io.plumbline.statistics.leaderboard.arenahard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plumbline.statistics.csv.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads battles, as CSV with a header or as one JSON object per line, with {@code question_id},
 * {@code model_a}, {@code model_b} and {@code winner} (model_a, model_b, tie or tie (bothbad)), or
 * Arena-Hard's own judgment files, see {@link JudgmentRow}.
 *
 * <p>A row that cannot be used is set aside and counted, with its line.
 */
public final class BattleReader {
  private static final List<String> FIELDS = List.of("question_id", "model_a", "model_b", "winner");
  private static final JsonFactory JSON = new JsonFactory();

  private BattleReader() {}

  /**
   * @param source name of the file, for messages
   * @throws IOException with file and line, if the file ends early, is empty or lacks a column
   */
  public static Battles read(BufferedReader reader, String source) throws IOException {
    return read(reader, source, JudgmentChoice.ALL);
  }

  /**
   * @param choice which lines of a judgment file count
   */
  public static Battles read(BufferedReader reader, String source, JudgmentChoice choice)
      throws IOException {
    BattleCollector collector = new BattleCollector();
    forEach(reader, source, choice, collector);
    Battles battles = collector.battles();
    if (battles.count() == 0) {
      throw new IOException(
          source
              + ": holds no usable battle"
              + (battles.badExamples().isEmpty() ? "" : "; " + battles.badExamples().get(0)));
    }
    return battles;
  }

  /**
   * Hands every battle to a sink, in order.
   *
   * @throws IOException with file and line, if the file ends early, is empty or lacks a column
   */
  public static void forEach(
      BufferedReader reader, String source, JudgmentChoice choice, BattleSink sink)
      throws IOException {
    long line = 0;
    Set<String> categories = new TreeSet<>();
    try {
      String text = reader.readLine();
      if (text == null) {
        throw new IOException("the file is empty");
      }
      line = 1;
      boolean json = text.stripLeading().startsWith("{");
      int[] positions = json ? null : positions(text);
      if (json) {
        addJson(sink, text, source, line, choice, categories);
      }
      for (text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (text.isBlank()) {
          continue;
        }
        if (json) {
          addJson(sink, text, source, line, choice, categories);
        } else {
          addCsv(sink, text, positions, source, line);
        }
      }
      choice.require(categories);
    } catch (IOException broken) {
      throw new IOException(
          "%s, after line %d: %s".formatted(source, line, broken.getMessage()), broken);
    }
  }

  private static int[] positions(String header) throws IOException {
    List<String> names = CsvLine.fields(header.strip().replace("\uFEFF", ""));
    int[] positions = new int[FIELDS.size()];
    for (int field = 0; field < positions.length; field++) {
      positions[field] = names.indexOf(FIELDS.get(field));
      if (positions[field] < 0) {
        throw new IOException("the header has no column " + FIELDS.get(field));
      }
    }
    return positions;
  }

  private static void addCsv(
      BattleSink sink, String text, int[] positions, String source, long line) {
    List<String> fields = CsvLine.fields(text);
    String[] values = new String[positions.length];
    for (int field = 0; field < values.length; field++) {
      values[field] = positions[field] < fields.size() ? fields.get(positions[field]) : "";
    }
    add(sink, values, source, line);
  }

  private static void addJson(
      BattleSink sink,
      String text,
      String source,
      long line,
      JudgmentChoice choice,
      Set<String> categories) {
    Map<String, String> object = new HashMap<>();
    List<String> games = null;
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          object.put(name, parser.getText());
        } else if (name.equals("games") && parser.currentToken() == JsonToken.START_ARRAY) {
          games = JudgmentRow.labels(parser);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException broken) {
      sink.rejected("%s, line %d: not a JSON object".formatted(source, line));
      return;
    }
    if (games != null) {
      addJudgment(sink, JudgmentRow.of(object, games), source, line, choice, categories);
      return;
    }
    String[] values = new String[FIELDS.size()];
    for (int field = 0; field < values.length; field++) {
      values[field] = object.getOrDefault(FIELDS.get(field), "");
    }
    add(sink, values, source, line);
  }

  private static void addJudgment(
      BattleSink sink,
      JudgmentRow row,
      String source,
      long line,
      JudgmentChoice choice,
      Set<String> categories) {
    String against = row.baselineOr(choice.baseline());
    if (row.question().isBlank() || row.model().isBlank()) {
      sink.rejected("%s, line %d: a judgment needs uid and model".formatted(source, line));
    } else if (row.model().equals(against)) {
      sink.rejected("%s, line %d: '%s' is the baseline".formatted(source, line, against));
    } else {
      categories.add(row.category());
      if (choice.takes(row.category())) {
        row.battles(against, sink);
      }
    }
  }

  private static void add(BattleSink sink, String[] values, String source, long line) {
    for (int field = 0; field < values.length; field++) {
      if (values[field].isBlank()) {
        sink.rejected("%s, line %d: has no %s".formatted(source, line, FIELDS.get(field)));
        return;
      }
    }
    Outcome outcome = Outcome.of(values[3]);
    if (outcome == null) {
      sink.rejected(
          "%s, line %d: winner is '%s', not model_a, model_b or tie"
              .formatted(source, line, values[3]));
    } else if (values[1].equals(values[2])) {
      sink.rejected(
          "%s, line %d: model_a and model_b are both '%s'".formatted(source, line, values[1]));
    } else {
      sink.battle(values[0], values[1], values[2], outcome);
    }
  }
}
