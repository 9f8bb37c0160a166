package io.plumbline.objectives;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Means to log, in TRL's names, kept as sum and count so that micro-batches add up exactly.
 *
 * @param totals metric name to its sum and count
 */
public record Metrics(Map<String, Total> totals) {
  /** No metric. */
  public static final Metrics NONE = new Metrics(Map.of());

  private static final String CHOSEN = "rewards/chosen";
  private static final String REJECTED = "rewards/rejected";

  /** A sum of values and how many there were. */
  public record Total(double sum, double count) {}

  public Metrics {
    totals = Map.copyOf(totals);
  }

  /** These with the values of one more metric. */
  public Metrics with(String name, double sum, double count) {
    Map<String, Total> extended = new LinkedHashMap<>(totals);
    extended.put(name, new Total(sum, count));
    return new Metrics(extended);
  }

  /** These and those of {@code other} that are not here yet. */
  public Metrics orElse(Metrics other) {
    Map<String, Total> union = new LinkedHashMap<>(other.totals);
    union.putAll(totals);
    return new Metrics(union);
  }

  /** The metrics of two micro-batches together. */
  public Metrics plus(Metrics other) {
    Map<String, Total> added = new LinkedHashMap<>(totals);
    other.totals.forEach(
        (name, total) ->
            added.merge(
                name, total, (a, b) -> new Total(a.sum() + b.sum(), a.count() + b.count())));
    return new Metrics(added);
  }

  /**
   * The mean of each metric; metrics without a value are left out. Where rewards of chosen and
   * rejected completions are there, {@code rewards/margins} is the difference of their means.
   */
  public Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    totals.forEach(
        (name, total) -> {
          if (total.count() > 0) {
            means.put(name, total.sum() / total.count());
          }
        });
    if (means.containsKey(CHOSEN) && means.containsKey(REJECTED)) {
      means.put("rewards/margins", means.get(CHOSEN) - means.get(REJECTED));
    }
    return means;
  }
}
