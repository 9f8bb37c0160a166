package io.plumbline.judgment.choice;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.VerdictSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts many questions, a bounded number at a time. */
public final class ChoiceRound {
  private static final int AT_ONCE = 64;

  private ChoiceRound() {}

  /**
   * @param then goes on with one answer per question, in their order
   */
  public static <R> Step<R> ask(
      List<ChoiceQuestion> questions,
      VerdictSource source,
      Function<List<ChoiceAnswer>, Step<R>> then) {
    return ask(List.copyOf(questions), source, new ArrayList<>(), then);
  }

  private static <R> Step<R> ask(
      List<ChoiceQuestion> questions,
      VerdictSource source,
      List<ChoiceAnswer> answered,
      Function<List<ChoiceAnswer>, Step<R>> then) {
    if (answered.size() == questions.size()) {
      return then.apply(answered);
    }
    List<ChoiceQuestion> next =
        questions.subList(answered.size(), Math.min(questions.size(), answered.size() + AT_ONCE));
    return new Step.Ask<>(
        next.stream().map(question -> question.request(source)).toList(),
        replies -> {
          // A step may be taken again, as in a replay, so what was known before stays as it is.
          List<ChoiceAnswer> more = new ArrayList<>(answered);
          for (int i = 0; i < next.size(); i++) {
            more.add(ChoiceReading.of(next.get(i), replies.get(i), source));
          }
          return ask(questions, source, more, then);
        });
  }
}
