package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;

/**
 * The answers to one request in order.
 *
 * @param places one per answer as given, where the state is OK; else empty
 * @param readable samples whose text was a ranking
 * @param rawTexts the judge's own words, sample by sample
 * @param detail why there is no ranking, or of the first unreadable sample; else empty
 */
public record ListRanking(
    VerdictState state, List<Place> places, int readable, List<String> rawTexts, String detail) {
  public ListRanking {
    requireNonNull(state, "state is null");
    requireNonNull(detail, "detail is null");
    places = List.copyOf(places);
    rawTexts = List.copyOf(rawTexts);
    if (places.isEmpty() == (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with " + places.size() + " places");
    }
  }

  /**
   * One answer's place.
   *
   * @param rank from 1; equal answers share the smallest rank
   * @param meanRank over the readable samples, from 1; what a sample left out shares its last
   *     places
   * @param listed share of the readable samples that listed the answer, in [0, 1]
   */
  public record Place(int rank, double meanRank, double listed) {}
}
