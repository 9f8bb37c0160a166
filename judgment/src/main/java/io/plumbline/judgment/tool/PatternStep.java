package io.plumbline.judgment.tool;

import java.util.function.IntPredicate;

/** One step of a compiled expression; what it jumps by counts from the step itself. */
sealed interface PatternStep {

  /** Takes one character (a code point). */
  record One(IntPredicate fits) implements PatternStep {}

  /** Goes on at another step. */
  record Jump(int by) implements PatternStep {}

  /** Goes on at two steps; matches by way of the first are preferred. */
  record Fork(int preferred, int other) implements PatternStep {}

  /** Takes nothing and holds at some places of a text. */
  enum Place implements PatternStep {
    START,
    END,
    WORD_EDGE,
    NO_WORD_EDGE;

    boolean holds(int[] text, int at) {
      return switch (this) {
        case START -> at == 0;
        case END -> at == text.length;
        case WORD_EDGE -> isWord(text, at - 1) != isWord(text, at);
        case NO_WORD_EDGE -> isWord(text, at - 1) == isWord(text, at);
      };
    }

    private static boolean isWord(int[] text, int at) {
      if (at < 0 || at >= text.length) {
        return false;
      }
      int one = text[at];
      return one == '_'
          || (one >= '0' && one <= '9')
          || (one >= 'A' && one <= 'Z')
          || (one >= 'a' && one <= 'z');
    }
  }
}
