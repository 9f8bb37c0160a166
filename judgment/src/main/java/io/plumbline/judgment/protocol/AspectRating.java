package io.plumbline.judgment.protocol;

import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.message.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rates each answer alone by {@link RubricRating} and compares the means; no order is seen. */
final class AspectRating implements PairwiseProtocol {
  private final RubricRating rating;

  AspectRating(Rubric rubric, VerdictSource source) {
    this.rating = new RubricRating(rubric, source);
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
  public List<String> templates() {
    return rating.templates();
  }

  private Step<AnswerRating> rated(Question question, Content answer) {
    Map<String, String> values = new HashMap<>(PairwiseValues.of(question));
    values.put("answer", PairwiseValues.rendered(answer));
    return rating.begin(values);
  }

  private static Verdict verdict(List<AnswerRating> ratings) {
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
    ratings.get(0).aspects().forEach((name, value) -> texts.append(line("first", name, value)));
    ratings.get(1).aspects().forEach((name, value) -> texts.append(line("second", name, value)));
    return Verdict.symmetric(OrderVerdict.ok(winner, texts.toString()));
  }

  private static String line(String answer, String aspect, double value) {
    return answer + " " + aspect + ": " + value + "\n";
  }
}
