package io.plumbline.statistics.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BenchBuilder's choice of prompts: a judge names which of seven criteria a prompt meets; prompts
 * that meet enough of them, in clusters that do so on average, make a benchmark.
 *
 * <p>Source: Li et al. (2024), From crowdsourced data to high-quality benchmarks (METHODS 141),
 * section 4; arena-hard-auto, {@code BenchBuilder/category.py} and {@code filter.py}. A text that
 * names no list of criteria, or several, is unreadable and counts nowhere; there it counts as zero.
 *
 * @param scores criteria met by each readable prompt, 0 to 7
 * @param clusterMeans mean score of each cluster's readable prompts
 * @param chosen prompts at or above both thresholds, in their order
 * @param unreadable prompts whose judgment is no list of criteria
 * @param shares share of readable prompts that meet each criterion
 */
public record PromptCriteria(
    Map<String, Integer> scores,
    Map<String, Double> clusterMeans,
    List<String> chosen,
    List<String> unreadable,
    Map<String, Double> shares) {

  /** The criteria in the order in which judges number them, from 1. */
  public static final List<String> NAMES =
      List.of(
          "specificity",
          "domain_knowledge",
          "complexity",
          "problem_solving",
          "creativity",
          "technical_accuracy",
          "real_world");

  private static final Pattern LIST = Pattern.compile("\\[[1-7](?:,\\s[1-7])*\\]");

  /**
   * One prompt.
   *
   * @param judgment the judge's text, which holds one list such as {@code [1, 4, 6]}
   */
  public record Prompt(String id, String cluster, String judgment) {}

  /**
   * @param promptThreshold criteria that a prompt must meet
   * @param clusterThreshold mean that its cluster must reach
   * @throws IllegalArgumentException if there is no prompt
   */
  public static PromptCriteria of(
      List<Prompt> prompts, int promptThreshold, double clusterThreshold) {
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException("there is no prompt");
    }
    Map<String, Integer> scores = new LinkedHashMap<>();
    List<String> unreadable = new ArrayList<>();
    Map<String, List<Integer>> byCluster = new TreeMap<>();
    int[] met = new int[NAMES.size()];
    for (Prompt prompt : prompts) {
      Set<Integer> criteria = read(prompt.judgment());
      if (criteria == null) {
        unreadable.add(prompt.id());
        continue;
      }
      criteria.forEach(criterion -> met[criterion - 1]++);
      scores.put(prompt.id(), criteria.size());
      byCluster.computeIfAbsent(prompt.cluster(), key -> new ArrayList<>()).add(criteria.size());
    }
    Map<String, Double> means = new TreeMap<>();
    byCluster.forEach(
        (cluster, own) ->
            means.put(cluster, own.stream().mapToInt(Integer::intValue).average().orElseThrow()));
    List<String> chosen =
        prompts.stream()
            .filter(prompt -> scores.containsKey(prompt.id()))
            .filter(prompt -> scores.get(prompt.id()) >= promptThreshold)
            .filter(prompt -> means.get(prompt.cluster()) >= clusterThreshold)
            .map(Prompt::id)
            .toList();
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int criterion = 0; criterion < met.length; criterion++) {
      shares.put(NAMES.get(criterion), (double) met[criterion] / scores.size());
    }
    return new PromptCriteria(scores, means, chosen, unreadable, shares);
  }

  /** The numbers of the criteria that a judge's text names; null if it is not one list. */
  static Set<Integer> read(String judgment) {
    Set<String> lists = new LinkedHashSet<>();
    Matcher matcher = LIST.matcher(judgment);
    while (matcher.find()) {
      lists.add(matcher.group());
    }
    if (lists.size() != 1) {
      return null;
    }
    Set<Integer> criteria = new LinkedHashSet<>();
    lists.iterator().next().chars().filter(Character::isDigit).forEach(c -> criteria.add(c - '0'));
    return criteria;
  }
}
