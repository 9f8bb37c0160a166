package io.plumbline.judgment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a template's text. */
sealed interface Segment {
  /** Alternatives in order: an escaped name in double braces, then a name in single ones. */
  Pattern NAMES = Pattern.compile("\\{\\{([A-Za-z_]\\w{0,63})\\}\\}|\\{([A-Za-z_]\\w{0,63})\\}");

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

  /** The first line with words after a placeholder: what a reader takes for the value's end. */
  static String closingLine(List<Segment> segments, int placeholder) {
    if (placeholder + 1 < segments.size()
        && segments.get(placeholder + 1) instanceof Literal following) {
      return following
          .text()
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .findFirst()
          .orElse("");
    }
    return "";
  }
}
