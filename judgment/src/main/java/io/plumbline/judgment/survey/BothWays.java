package io.plumbline.judgment.survey;

import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.choice.ChoiceQuestion;
import java.util.List;

/** A question of two options, asked in both orders so that a place says nothing. */
record BothWays(ChoiceQuestion question) {

  List<ChoiceQuestion> questions() {
    return List.of(question, question.rotated(1));
  }

  /**
   * The first option's mean probability over both orders; NaN if either has no answer.
   *
   * @param answers to {@link #questions}
   */
  static double first(List<ChoiceAnswer> answers) {
    return (answers.get(0).probability(0) + answers.get(1).unrotated(1).probability(0)) / 2;
  }

  /**
   * In how many of both orders, as a share, the first option is chosen; NaN if either has no
   * answer.
   *
   * @param answers to {@link #questions}
   */
  static double firstChosen(List<ChoiceAnswer> answers) {
    boolean readable = answers.stream().allMatch(ChoiceAnswer::isReadable);
    int times = (answers.get(0).choice() == 0 ? 1 : 0) + (answers.get(1).choice() == 1 ? 1 : 0);
    return readable ? times / 2.0 : Double.NaN;
  }
}
