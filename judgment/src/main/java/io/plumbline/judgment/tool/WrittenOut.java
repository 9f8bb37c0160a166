package io.plumbline.judgment.tool;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long an expression is once its counted parts are written out, {@code (ab{3}){2}} as {@code
 * (abbb)(abbb)}, as RE2/J does before it searches, nested ones until memory ends. Never too low:
 * what is no expression, RE2/J refuses later.
 *
 * @param most parts that may come of it
 */
record WrittenOut(int most) {
  // An escape, a class, a bracket, a count, or anything else, which is one part.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]|[()]|\\{(\\d+)(?:,(\\d*))?\\}|.",
          Pattern.DOTALL);

  boolean isExceededBy(String expression) {
    Deque<Long> around = new ArrayDeque<>();
    long size = 0;
    long last = 0;
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      switch (token.group()) {
        case "\\Q" -> {
          // Would hide brackets; nobody needs it.
          return true;
        }
        case "(" -> {
          around.push(size);
          size = 0;
          last = 0;
        }
        case ")" -> {
          last = size + 1;
          size = last + (around.isEmpty() ? 0 : around.pop());
        }
        default -> {
          long times = times(token);
          size += times == 0 ? 1 : last * (times - 1);
          last = times == 0 ? 1 : last * times;
        }
      }
      if (size > most) {
        return true;
      }
    }
    return size + around.stream().mapToLong(Long::longValue).sum() > most;
  }

  // 0 for what is no count.
  private long times(Matcher token) {
    if (token.group(1) == null) {
      return 0;
    }
    boolean open = token.group(2) == null || token.group(2).isEmpty();
    String digits = open ? token.group(1) : token.group(2);
    return digits.length() > 9 ? most + 1L : Math.max(1, Long.parseLong(digits));
  }
}
