package io.plumbline.trainer.store;

import io.plumbline.service.door.PageSize;
import io.plumbline.trainer.fault.Violations;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, newest first.
 *
 * @param items at most the page size
 * @param nextToken empty on the last page
 */
public record Page<T>(List<T> items, String nextToken) {
  /** The page size that a request asks for; throws INVALID_ARGUMENT outside [0, 1000]. */
  public static int size(int requested) {
    return PageSize.of(requested, remedy -> Violations.fault("page_size", remedy));
  }

  /** Cuts {@code found}, which holds one item more than the page where there are more pages. */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> id) {
    if (found.size() <= size) {
      return new Page<>(found, "");
    }
    List<T> items = List.copyOf(found.subList(0, size));
    return new Page<>(items, id.apply(items.get(size - 1)));
  }

  public <R> List<R> map(Function<T, R> mapping) {
    return items.stream().map(mapping).toList();
  }
}
