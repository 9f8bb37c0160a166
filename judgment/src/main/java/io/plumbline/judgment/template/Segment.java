package io.plumbline.judgment.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a template's text. */
sealed interface Segment {
  /** Alternatives in order: an escaped name in double braces, then a name in single ones. */
  Pattern NAMES = Pattern.compile("\\{\\{([A-Za-z_]\\w{0,63})\\}\\}|\\{([A-Za-z_]\\w{0,63})\\}");

  /** A shorter line, such as one quotation mark, is too common in texts to be broken there. */
  int SHORTEST_BOUND = 3;

  record Literal(String text) implements Segment {}

  record Placeholder(String name) implements Segment {}

  static List<Segment> parse(String text) {
    List<Segment> segments = new ArrayList<>();
    Matcher matcher = NAMES.matcher(text);
    int end = 0;
    while (matcher.find()) {
      segments.add(new Literal(text.substring(end, matcher.start())));
      segments.add(
          matcher.group(1) != null
              ? new Literal("{" + matcher.group(1) + "}")
              : new Placeholder(matcher.group(2)));
      end = matcher.end();
    }
    segments.add(new Literal(text.substring(end)));
    return List.copyOf(segments);
  }

  /**
   * The template's own lines that stand right before or after a value: what a reader takes for the
   * value's bounds. Those beside a fence's mark need none, since no value holds the mark.
   */
  static Set<String> bounds(List<Segment> segments) {
    Set<String> bounds = new LinkedHashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i) instanceof Literal literal && !isFence(segments, i - 1)) {
        List<String> lines =
            literal.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!lines.isEmpty() && i > 0) {
          bounds.add(lines.get(0));
        }
        if (!lines.isEmpty() && i + 1 < segments.size() && !isFence(segments, i + 1)) {
          bounds.add(lines.get(lines.size() - 1));
        }
      }
    }
    bounds.removeIf(line -> line.length() < SHORTEST_BOUND);
    return bounds;
  }

  private static boolean isFence(List<Segment> segments, int index) {
    return index >= 0
        && segments.get(index) instanceof Placeholder placeholder
        && placeholder.name().equals(Template.FENCE);
  }
}
