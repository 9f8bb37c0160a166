package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.message.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rates each answer alone by {@link RubricRating} and compares the means; no order is seen. */
final class AspectRating implements PairwiseProtocol {
  private final RubricRating rating;

  AspectRating(RubricRating rating) {
    this.rating = requireNonNull(rating, "rating is null");
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return Steps.together(
        List.of(
            rated(question, question.comparison().first().content()),
            rated(question, question.comparison().second().content())),
        AspectRating::verdict);
  }

  @Override
  public boolean showsMedia() {
    return true;
  }

  @Override
  public List<String> templates() {
    return rating.templates();
  }

  private Step<AnswerRating> rated(Question question, Content answer) {
    Map<String, String> values = new HashMap<>(PairwiseValues.of(question));
    values.put("answer", PairwiseValues.rendered(answer));
    return rating.begin(
        values,
        ShownMedia.NONE.and("request", question.comparison().prompt()).and("answer", answer));
  }

  private static Verdict verdict(List<AnswerRating> ratings) {
    List<TranscriptEntry> said = new ArrayList<>();
    said.addAll(entries("A", ratings.get(0)));
    said.addAll(entries("B", ratings.get(1)));
    return compared(ratings).with(said);
  }

  private static List<TranscriptEntry> entries(String answer, AnswerRating rating) {
    List<TranscriptEntry> entries = new ArrayList<>();
    rating
        .critiques()
        .forEach(
            (aspect, text) ->
                entries.add(
                    TranscriptEntry.written("critique of " + answer + ": " + aspect, text)));
    if (!rating.rawText().isEmpty()) {
      entries.add(TranscriptEntry.written("rating of " + answer, rating.rawText()));
    }
    return entries;
  }

  private static Verdict compared(List<AnswerRating> ratings) {
    for (AnswerRating rating : ratings) {
      if (rating.state() != VerdictState.OK) {
        return Verdict.symmetric(
            OrderVerdict.none(rating.state(), rating.rawText(), rating.detail()));
      }
    }
    double first = ratings.get(0).mean();
    double second = ratings.get(1).mean();
    Winner winner = first == second ? Winner.TIE : first > second ? Winner.FIRST : Winner.SECOND;
    StringBuilder texts = new StringBuilder();
    texts.append(lines("first", ratings.get(0))).append(lines("second", ratings.get(1)));
    return Verdict.symmetric(OrderVerdict.ok(winner, texts.toString()));
  }

  private static String lines(String answer, AnswerRating rating) {
    StringBuilder lines = new StringBuilder();
    rating
        .aspects()
        .forEach(
            (aspect, value) -> {
              lines.append(answer + " " + aspect + ": " + value + "\n");
              if (rating.critiques().containsKey(aspect)) {
                lines.append("  " + rating.critiques().get(aspect) + "\n");
              }
            });
    return lines.toString();
  }
}
