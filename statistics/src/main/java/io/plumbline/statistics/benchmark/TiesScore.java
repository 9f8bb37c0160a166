package io.plumbline.statistics.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * RewardBench 2's score of its Ties subset: questions with several correct answers ({@code tied}),
 * each with a reference question that has one ({@code ref}). A model should put every correct
 * answer above every wrong one, and its correct answers nearer to each other than to the wrong
 * ones.
 *
 * <p>Source: Malik et al. (2025), RewardBench 2, section 3 and {@code process_single_model} of
 * reward-bench's {@code rewardbench/utils.py}.
 *
 * @param referenceAccuracy share of reference questions whose correct answer is above all others
 * @param tiedAccuracy share of tied questions whose correct answers are all above all others
 * @param preferred share of questions in which correct answers spread less than they lead
 * @param preferredHard the same with the smaller lead of the question and its reference
 * @param margin mean of tanh(smaller lead / spread − 1), 0 where both are zero
 * @param score 0.3, 0.3, 0.2, 0.2 and 0.01 of these
 */
public record TiesScore(
    double referenceAccuracy,
    double tiedAccuracy,
    double preferred,
    double preferredHard,
    double margin,
    double score) {

  /**
   * One question.
   *
   * @param id {@code ref:N} or {@code tied:N}; N joins a question with its reference
   * @param scores of the correct answers, then of the others
   * @param correct number of correct answers
   */
  public record Question(String id, double[] scores, int correct) {
    public Question {
      if (!id.matches("(ref|tied):\\d{1,9}")) {
        throw new IllegalArgumentException("id is '" + id + "', must be ref:N or tied:N");
      }
      if (correct < 1 || correct >= scores.length) {
        throw new IllegalArgumentException(
            "%s: %d of %d answers are correct, there must be one correct and one other at least"
                .formatted(id, correct, scores.length));
      }
    }

    private boolean isReference() {
      return id.startsWith("ref:");
    }

    private int number() {
      return Integer.parseInt(id.substring(id.indexOf(':') + 1));
    }

    private double lead() {
      double worst = Double.POSITIVE_INFINITY;
      double bestOther = Double.NEGATIVE_INFINITY;
      for (int answer = 0; answer < scores.length; answer++) {
        if (answer < correct) {
          worst = Math.min(worst, scores[answer]);
        } else {
          bestOther = Math.max(bestOther, scores[answer]);
        }
      }
      return worst - bestOther;
    }

    private double spread() {
      double best = Double.NEGATIVE_INFINITY;
      double worst = Double.POSITIVE_INFINITY;
      for (int answer = 0; answer < correct; answer++) {
        best = Math.max(best, scores[answer]);
        worst = Math.min(worst, scores[answer]);
      }
      return best - worst;
    }
  }

  /**
   * @throws IllegalArgumentException if a question appears twice, or none has its reference
   */
  public static TiesScore of(List<Question> questions) {
    Map<Integer, Question> references = new HashMap<>();
    Map<Integer, Question> tied = new HashMap<>();
    for (Question question : questions) {
      if ((question.isReference() ? references : tied).put(question.number(), question) != null) {
        throw new IllegalArgumentException("question " + question.id() + " is given twice");
      }
    }
    TreeSet<Integer> both = new TreeSet<>(references.keySet());
    both.retainAll(tied.keySet());
    if (both.isEmpty()) {
      throw new IllegalArgumentException(
          "no tied question has its reference: give ref:N and tied:N");
    }
    double preferred = 0;
    double preferredHard = 0;
    double margin = 0;
    for (int number : both) {
      double spread = tied.get(number).spread();
      double lead = tied.get(number).lead();
      double smaller = Math.min(lead, references.get(number).lead());
      preferred += lead > spread ? 1 : 0;
      preferredHard += smaller > spread ? 1 : 0;
      // Zero over zero says nothing; a lead over no spread is as good as it gets.
      margin += smaller == 0 && spread == 0 ? 0 : Math.tanh(smaller / spread - 1);
    }
    preferred /= both.size();
    preferredHard /= both.size();
    margin /= both.size();
    double referenceAccuracy = accuracy(references);
    double tiedAccuracy = accuracy(tied);
    return new TiesScore(
        referenceAccuracy,
        tiedAccuracy,
        preferred,
        preferredHard,
        margin,
        0.3 * tiedAccuracy
            + 0.3 * referenceAccuracy
            + 0.2 * preferred
            + 0.2 * preferredHard
            + 0.01 * margin);
  }

  private static double accuracy(Map<Integer, Question> questions) {
    return questions.values().stream()
        .mapToDouble(question -> question.lead() > 0 ? 1 : 0)
        .average()
        .orElse(0);
  }
}
