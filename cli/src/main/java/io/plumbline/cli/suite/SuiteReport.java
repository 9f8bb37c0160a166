package io.plumbline.cli.suite;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plumbline.cli.output.OutputOptions;
import java.util.List;
import java.util.Optional;

/**
 * How a suite stands, for people and programs.
 *
 * @param state {@code stopped}, {@code starting}, {@code ready} or {@code degraded}
 * @param directory of the suite
 * @param components with whether each runs
 */
record SuiteReport(String state, String directory, List<Entry> components) {
  /**
   * One program.
   *
   * @param running whether its process lives
   * @param component the program
   */
  record Entry(boolean running, @JsonUnwrapped Component component) {}

  static SuiteReport of(SuiteHome home, Optional<SuiteState> state) {
    List<Entry> entries =
        state.stream()
            .flatMap(read -> read.components().stream())
            .map(component -> new Entry(component.isAlive(), component))
            .toList();
    return new SuiteReport(word(state, entries), home.directory().toString(), entries);
  }

  private static String word(Optional<SuiteState> state, List<Entry> entries) {
    boolean supervised = state.filter(SuiteState::isSupervised).isPresent();
    if (!supervised && entries.stream().noneMatch(Entry::running)) {
      return "stopped";
    }
    if (!supervised || !entries.stream().allMatch(Entry::running)) {
      return "degraded";
    }
    return state.get().ready() ? "ready" : "starting";
  }

  void print(OutputOptions output) {
    output.print(this, this::text);
  }

  private String text() {
    StringBuilder text = new StringBuilder("%s in %s%n".formatted(state, directory));
    for (Entry entry : components) {
      Component component = entry.component();
      text.append(
          "  %-16s %-8s %-22s %s%n"
              .formatted(
                  component.name(),
                  entry.running() ? "running" : "ended",
                  component.address(),
                  component.rest() == null ? "" : component.rest()));
    }
    return text.toString();
  }
}
