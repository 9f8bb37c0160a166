package io.plumbline.statistics.leaderboard.arenahard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of Arena-Hard's judgment files: a question judged twice, first with the baseline as A,
 * then with the model as A.
 *
 * <p>Source: arena-hard-auto, {@code gen_judgment.py} and {@code show_result.py}, v0.1 and v2.
 *
 * @param category empty in v0.1
 * @param baseline null where the line does not name it
 * @param labels the games' verdicts such as {@code A>>B}; null where the judge gave none
 */
record JudgmentRow(
    String question, String model, String category, String baseline, List<String> labels) {
  private static final int STRONG = 3;

  /**
   * @param fields the line's plain values by name
   */
  static JudgmentRow of(Map<String, String> fields, List<String> labels) {
    String model = fields.getOrDefault("model", "");
    return new JudgmentRow(
        fields.getOrDefault("uid", fields.getOrDefault("question_id", "")),
        model.substring(model.lastIndexOf('/') + 1),
        fields.getOrDefault("category", ""),
        fields.get("baseline"),
        labels);
  }

  /** The verdicts in {@code games}, where the parser stands; null for a game without one. */
  static List<String> labels(JsonParser parser) throws IOException {
    List<String> labels = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String label = null;
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean score = parser.currentName().equals("score");
          JsonToken value = parser.nextToken();
          if (score && value == JsonToken.VALUE_STRING) {
            label = parser.getText();
          } else {
            parser.skipChildren();
          }
        }
      }
      labels.add(label);
    }
    return labels;
  }

  /** Whether it has v2's form, in which a question counts only where both games are judged. */
  boolean countsAsAWhole() {
    return !category.isEmpty();
  }

  /** The model that v0.1, or the category of v2, compares with. */
  String baselineOr(String named) {
    if (named != null) {
      return named;
    }
    if (baseline != null) {
      return baseline;
    }
    return switch (category) {
      case "", "arena-hard-v0.1" -> "gpt-4-0314";
      case "creative_writing" -> "gemini-2.0-flash-001";
      default -> "o3-mini-2025-01-31";
    };
  }

  /** Hands the battles to a sink; a strong verdict stands three times. */
  void battles(String against, BattleSink sink) {
    boolean anyMissing =
        labels.size() < 2 || labels.stream().anyMatch(label -> outcome(label) == null);
    for (int game = 0; game < Math.min(2, labels.size()); game++) {
      Outcome outcome = outcome(labels.get(game));
      if (outcome == null || (countsAsAWhole() && anyMissing)) {
        sink.unjudged();
        continue;
      }
      Outcome ofBaseline = game == 0 ? outcome : outcome.reversed();
      int times = labels.get(game).contains(">>") || labels.get(game).contains("<<") ? STRONG : 1;
      for (int time = 0; time < times; time++) {
        sink.battle(question, against, model, ofBaseline);
      }
    }
  }

  private static Outcome outcome(String label) {
    if (label == null) {
      return null;
    }
    return switch (label) {
      case "A>B", "A>>B", "B<A", "B<<A" -> Outcome.FIRST_WINS;
      case "B>A", "B>>A", "A<B", "A<<B" -> Outcome.SECOND_WINS;
      case "A=B", "B=A" -> Outcome.TIE;
      default -> null;
    };
  }
}
