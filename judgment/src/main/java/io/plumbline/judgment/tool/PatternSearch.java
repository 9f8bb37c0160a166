package io.plumbline.judgment.tool;

import java.util.List;

/**
 * Counts the matches of a compiled expression in one pass over the text for each, with every way of
 * matching followed at once: nothing is tried twice, so no text runs away. Of the matches that
 * begin first the preferred one counts, as in {@link java.util.regex.Pattern}. Source: Pike's
 * machine, in Cox 2009, "Regular Expression Matching: the Virtual Machine Approach".
 */
final class PatternSearch {
  private static final int MOST_WORK = 200_000;

  private final List<PatternStep> program;
  private final int[] text;
  private Ways now;
  private Ways next;
  private int left = MOST_WORK;
  private int start;
  private int end;

  PatternSearch(List<PatternStep> program, String text) {
    this.program = program;
    this.text = text.codePoints().toArray();
    this.now = new Ways();
    this.next = new Ways();
  }

  /**
   * How many matches there are, none of which overlap.
   *
   * @throws IllegalArgumentException if the search takes more than 200,000 steps
   */
  int count() {
    int found = 0;
    for (int from = 0; from <= text.length && finds(from); from = end > start ? end : end + 1) {
      found++;
    }
    return found;
  }

  private boolean finds(int from) {
    now.clear();
    boolean found = false;
    for (int place = from; place <= text.length; place++) {
      if (!found) {
        now.add(0, place, place);
      } else if (now.size == 0) {
        return true;
      }
      next.clear();
      for (int i = 0; i < now.size; i++) {
        spend();
        if (now.steps[i] == program.size()) {
          start = now.starts[i];
          end = place;
          found = true;
          break;
        }
        PatternStep.One one = (PatternStep.One) program.get(now.steps[i]);
        if (place < text.length && one.fits().test(text[place])) {
          next.add(now.steps[i] + 1, now.starts[i], place + 1);
        }
      }
      Ways done = now;
      now = next;
      next = done;
    }
    return found;
  }

  private void spend() {
    if (--left < 0) {
      throw new IllegalArgumentException("the expression takes too long");
    }
  }

  /** Where the ways of matching stand before one character, the preferred first. */
  private final class Ways {
    private final int[] steps = new int[program.size() + 1];
    private final int[] starts = new int[program.size() + 1];
    private final int[] open = new int[2 * program.size() + 2];
    private final int[] met = new int[program.size() + 1];
    private int round;
    private int size;

    void clear() {
      size = 0;
      round++;
    }

    void add(int first, int began, int place) {
      int waiting = 0;
      open[waiting++] = first;
      while (waiting > 0) {
        int step = open[--waiting];
        if (met[step] == round) {
          continue;
        }
        met[step] = round;
        spend();
        PatternStep what = step == program.size() ? null : program.get(step);
        if (what instanceof PatternStep.Jump jump) {
          open[waiting++] = step + jump.by();
        } else if (what instanceof PatternStep.Fork fork) {
          open[waiting++] = step + fork.other();
          open[waiting++] = step + fork.preferred();
        } else if (!(what instanceof PatternStep.Place where)) {
          steps[size] = step;
          starts[size++] = began;
        } else if (where.holds(text, place)) {
          open[waiting++] = step + 1;
        }
      }
    }
  }
}
