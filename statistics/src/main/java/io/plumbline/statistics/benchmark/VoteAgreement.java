package io.plumbline.statistics.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MT-bench's agreement of two kinds of judges: the chance that a vote of one and a vote of the
 * other on the same question and models are equal.
 *
 * <p>Source: Zheng et al. (2023), Judging LLM-as-a-judge with MT-bench and Chatbot Arena, section
 * 4.1 and FastChat's {@code compute_agreement.py}.
 *
 * @param withTies equal votes among all pairs of votes
 * @param withoutTies equal votes among pairs in which neither is a tie
 */
public record VoteAgreement(Share withTies, Share withoutTies) {

  /** A count of equal votes among pairs of votes. */
  public record Share(int equal, int pairs) {
    public double rate() {
      return pairs == 0 ? Double.NaN : (double) equal / pairs;
    }
  }

  /**
   * One vote.
   *
   * @param winner model_a, model_b, or anything that holds the word tie
   */
  public record Vote(String question, String modelA, String modelB, String winner, String judge) {}

  /** Agreement of two kinds of judges; of one kind with itself where both names are equal. */
  public static VoteAgreement of(List<Vote> votes, String judge, String other) {
    Map<List<String>, Map<String, List<String>>> byPair = new LinkedHashMap<>();
    for (Vote vote : votes) {
      boolean swapped = vote.modelA().compareTo(vote.modelB()) > 0;
      List<String> key =
          swapped
              ? List.of(vote.question(), vote.modelB(), vote.modelA())
              : List.of(vote.question(), vote.modelA(), vote.modelB());
      byPair
          .computeIfAbsent(key, unused -> new LinkedHashMap<>())
          .computeIfAbsent(vote.judge(), unused -> new ArrayList<>())
          .add(winner(vote.winner(), swapped));
    }
    int[] counts = new int[4];
    for (Map<String, List<String>> judges : byPair.values()) {
      List<String> first = judges.getOrDefault(judge, List.of());
      List<String> second = judges.getOrDefault(other, List.of());
      for (int i = 0; i < first.size(); i++) {
        for (int j = judge.equals(other) ? i + 1 : 0; j < second.size(); j++) {
          boolean equal = first.get(i).equals(second.get(j));
          counts[0] += equal ? 1 : 0;
          counts[1]++;
          if (!first.get(i).equals("tie") && !second.get(j).equals("tie")) {
            counts[2] += equal ? 1 : 0;
            counts[3]++;
          }
        }
      }
    }
    return new VoteAgreement(new Share(counts[0], counts[1]), new Share(counts[2], counts[3]));
  }

  private static String winner(String winner, boolean swapped) {
    if (winner.contains("tie")) {
      return "tie";
    }
    if (!swapped) {
      return winner;
    }
    return winner.equals("model_a") ? "model_b" : "model_a";
  }
}
