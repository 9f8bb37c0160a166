package io.plumbline.cli.methods;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * One paper and what Plumbline does about it.
 *
 * @param number the stable number, from 1
 * @param title the paper's title
 * @param name what its authors call the method, or what the field does
 * @param kind objective, reward, judge, audit, measure, data, pipeline, benchmark, docs or edge
 * @param summary what Plumbline does
 * @param state how far it is
 * @param implementation the class that holds it; empty unless built, wholly or partly
 * @param command the command line that runs it; empty unless built, wholly or partly
 */
public record Method(
    int number,
    String title,
    String name,
    String kind,
    String summary,
    MethodState state,
    String implementation,
    String command) {

  public Method {
    requireNonNull(title, "title is null");
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(summary, "summary is null");
    requireNonNull(state, "state is null");
    requireNonNull(implementation, "implementation is null");
    requireNonNull(command, "command is null");
    boolean runs = !implementation.isEmpty() && !command.isEmpty();
    if (runs != (state == MethodState.BUILT || state == MethodState.PARTLY)) {
      throw new IllegalArgumentException(
          "method "
              + number
              + ": a class and a command stand where it is built or partly so, nowhere else");
    }
  }

  /** Whether a number is its own and every other word stands in its texts, in either case. */
  public boolean matches(List<String> words) {
    String texts =
        String.join(" ", title, name, kind, summary, state.name()).toLowerCase(Locale.ROOT);
    return words.stream()
        .allMatch(
            word ->
                word.chars().allMatch(Character::isDigit)
                    ? word.equals(Integer.toString(number))
                    : texts.contains(word.toLowerCase(Locale.ROOT)));
  }
}
