package io.plumbline.objectives.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Typed access to the parsed tree of one case; errors name the field. */
record CaseFields(Map<String, Object> tree) {
  boolean has(String field) {
    return tree.get(field) != null;
  }

  String text(String field, String initial) {
    return has(field) ? String.valueOf(tree.get(field)) : initial;
  }

  double number(String field) {
    return optional(field)
        .orElseThrow(() -> new IllegalArgumentException(field + ": missing; give a number"));
  }

  OptionalDouble optional(String field) {
    return has(field) ? OptionalDouble.of(number(field, tree.get(field))) : OptionalDouble.empty();
  }

  double[] numbers(String field) {
    return numbers(field, tree.get(field));
  }

  int[] integers(String field) {
    double[] numbers = numbers(field);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      integers[i] = Math.toIntExact(Math.round(numbers[i]));
    }
    return integers;
  }

  List<String> texts(String field) {
    return list(field, tree.get(field)).stream().map(String::valueOf).toList();
  }

  /** A field of numbers by name; empty when absent. */
  Map<String, Double> map(String field) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (has(field)) {
      fields(field, tree.get(field))
          .tree()
          .forEach((name, value) -> numbers.put(name, number(field + "." + name, value)));
    }
    return numbers;
  }

  /** A field of number lists by name; empty when absent. */
  Map<String, double[]> arrays(String field) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    if (has(field)) {
      fields(field, tree.get(field))
          .tree()
          .forEach((name, value) -> arrays.put(name, numbers(field + "." + name, value)));
    }
    return arrays;
  }

  /** A list of objects. */
  List<CaseFields> children(String field) {
    return list(field, tree.get(field)).stream().map(child -> fields(field, child)).toList();
  }

  CaseFields child(String field) {
    return fields(field, tree.get(field));
  }

  private static CaseFields fields(String field, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(field + ": not an object");
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((name, child) -> tree.put(String.valueOf(name), child));
    return new CaseFields(tree);
  }

  private static List<?> list(String field, Object value) {
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(field + ": not a list");
    }
    return list;
  }

  private static double[] numbers(String field, Object value) {
    return list(field, value).stream().mapToDouble(element -> number(field, element)).toArray();
  }

  private static double number(String field, Object value) {
    if (!(value instanceof Number number)) {
      throw new IllegalArgumentException("%s: '%s' is not a number".formatted(field, value));
    }
    return number.doubleValue();
  }
}
