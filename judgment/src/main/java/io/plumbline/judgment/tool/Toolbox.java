package io.plumbline.judgment.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the calls in a judge's text, one per line, {@code NAME: INPUT}; other lines are not calls.
 * Every call ends soon, whatever its input, and what it says is at most 300 characters long: it is
 * run where other judgments wait, and shown to the judge.
 */
public final class Toolbox {
  private static final int MOST_CALLS = 8;
  private static final int LONGEST_INPUT = 2_000;
  private static final int LONGEST_RESULT = 300;
  private static final List<Tool> TOOLS =
      List.of(new Calculator(), new Calendar(), new PatternMatch(), new SchemaCheck());

  private Toolbox() {}

  /** How each tool is called. */
  public static String usage() {
    return TOOLS.stream().map(Tool::usage).collect(Collectors.joining("\n"));
  }

  /** Each call with its result or its error, one per line; a note where nothing was called. */
  public static String results(String text) {
    List<String> results = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      called(line).ifPresent(tool -> results.add(result(tool, line)));
      if (results.size() == MOST_CALLS) {
        break;
      }
    }
    return results.isEmpty() ? "no tool was used" : String.join("\n", results);
  }

  private static Optional<Tool> called(String line) {
    return TOOLS.stream().filter(tool -> line.startsWith(tool.name() + ":")).findFirst();
  }

  private static String result(Tool tool, String line) {
    String input = line.substring(tool.name().length() + 1).strip();
    if (input.length() > LONGEST_INPUT) {
      return tool.name() + ": error: longer than " + LONGEST_INPUT + " characters";
    }
    try {
      return tool.name() + ": " + input + " -> " + clipped(tool.run(input));
    } catch (IllegalArgumentException wrong) {
      return tool.name() + ": " + input + " -> error: " + clipped(wrong.getMessage());
    }
  }

  private static String clipped(String result) {
    if (result.length() <= LONGEST_RESULT) {
      return result;
    }
    boolean halved = Character.isHighSurrogate(result.charAt(LONGEST_RESULT - 1));
    return result.substring(0, halved ? LONGEST_RESULT - 1 : LONGEST_RESULT) + "…";
  }
}
