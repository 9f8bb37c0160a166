package io.plumbline.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ratings of items by raters; a rater need not have rated every item.
 *
 * @param labels the distinct values; ascending if they are numbers
 * @param values the numbers behind the labels; null if a label is not a number
 * @param byItem per item and rater the label's number, −1 where the rating is missing
 * @param raters names of the raters
 */
public record Ratings(List<String> labels, double[] values, int[][] byItem, List<String> raters) {
  public static final int MISSING = -1;

  /** One rating. */
  public record Rating(String item, String rater, String value) {}

  /**
   * @throws IllegalArgumentException if a rater rates an item twice
   */
  public static Ratings of(List<Rating> ratings) {
    Map<String, Integer> items = new HashMap<>();
    Map<String, Integer> raters = new HashMap<>();
    List<String> raterNames = new ArrayList<>();
    for (Rating rating : ratings) {
      items.putIfAbsent(rating.item(), items.size());
      if (raters.putIfAbsent(rating.rater(), raters.size()) == null) {
        raterNames.add(rating.rater());
      }
    }
    boolean numeric = ratings.stream().allMatch(rating -> isNumber(rating.value()));
    Map<String, Integer> labelNumbers = numeric ? numericLabels(ratings) : textLabels(ratings);
    int[][] byItem = new int[items.size()][raters.size()];
    for (int[] row : byItem) {
      Arrays.fill(row, MISSING);
    }
    for (Rating rating : ratings) {
      int[] row = byItem[items.get(rating.item())];
      int rater = raters.get(rating.rater());
      if (row[rater] != MISSING) {
        throw new IllegalArgumentException(
            "rater %s rates item %s twice".formatted(rating.rater(), rating.item()));
      }
      row[rater] = labelNumbers.get(key(rating.value(), numeric));
    }
    List<String> labels =
        labelNumbers.entrySet().stream()
            .sorted(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .toList();
    double[] values = numeric ? labels.stream().mapToDouble(Double::parseDouble).toArray() : null;
    return new Ratings(labels, values, byItem, raterNames);
  }

  public int items() {
    return byItem.length;
  }

  public boolean isNumeric() {
    return values != null;
  }

  /** Number of ratings that are there. */
  public int count() {
    int count = 0;
    for (int[] row : byItem) {
      for (int label : row) {
        count += label == MISSING ? 0 : 1;
      }
    }
    return count;
  }

  /** How often each label was given to each item. */
  int[][] counts() {
    int[][] counts = new int[items()][labels.size()];
    for (int item = 0; item < counts.length; item++) {
      for (int label : byItem[item]) {
        if (label != MISSING) {
          counts[item][label]++;
        }
      }
    }
    return counts;
  }

  /** The items that both of two raters rated: their label numbers, rater by rater. */
  int[][] pairs() {
    List<int[]> both = new ArrayList<>();
    for (int[] row : byItem) {
      if (row[0] != MISSING && row[1] != MISSING) {
        both.add(row);
      }
    }
    return new int[][] {
      both.stream().mapToInt(row -> row[0]).toArray(),
      both.stream().mapToInt(row -> row[1]).toArray()
    };
  }

  private static Map<String, Integer> numericLabels(List<Rating> ratings) {
    TreeMap<Double, String> sorted = new TreeMap<>();
    for (Rating rating : ratings) {
      sorted.put(Double.parseDouble(rating.value()) + 0.0, key(rating.value(), true));
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (String label : sorted.values()) {
      numbers.put(label, numbers.size());
    }
    return numbers;
  }

  private static Map<String, Integer> textLabels(List<Rating> ratings) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Rating rating : ratings) {
      numbers.putIfAbsent(rating.value(), numbers.size());
    }
    return numbers;
  }

  // 1 and 1.0 are the same value.
  private static String key(String value, boolean numeric) {
    return numeric ? Double.toString(Double.parseDouble(value) + 0.0) : value;
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException text) {
      return false;
    }
  }
}
