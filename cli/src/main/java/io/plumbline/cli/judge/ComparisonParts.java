package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.cli.failure.UsageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Comparisons in parts of which each is one evaluation: judge-service takes 64 MiB and 100,000
 * comparisons in one request.
 *
 * @param largest bytes of a part that holds more than one comparison
 * @param most comparisons of a part
 */
record ComparisonParts(long largest, int most) {
  static final ComparisonParts OF_SERVICE = new ComparisonParts(32L << 20, 100_000);
  private static final long LARGEST_ALONE = 60L << 20;

  /**
   * In their order.
   *
   * @throws UsageException naming a comparison that no part can hold, or that stands there twice
   */
  List<List<Comparison>> of(List<Comparison> all) {
    List<List<Comparison>> parts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<Comparison> part = new ArrayList<>();
    long size = 0;
    for (Comparison comparison : all) {
      if (!ids.add(comparison.getId())) {
        throw new UsageException("two comparisons have the id '" + comparison.getId() + "'");
      }
      long more = comparison.getSerializedSize();
      if (more > LARGEST_ALONE) {
        throw new UsageException(
            "comparison '%s' has %d bytes, and judge-service takes %d; give its media by address"
                .formatted(comparison.getId(), more, LARGEST_ALONE));
      }
      if (!part.isEmpty() && (size + more > largest || part.size() == most)) {
        parts.add(part);
        part = new ArrayList<>();
        size = 0;
      }
      part.add(comparison);
      size += more;
    }
    parts.add(part);
    return parts;
  }
}
