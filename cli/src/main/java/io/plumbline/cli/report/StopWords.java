package io.plumbline.cli.report;

import java.util.Set;

/** English words that say nothing about what a text is about. */
final class StopWords {
  private static final Set<String> WORDS =
      Set.of(
          ("a about above after again all also always an and any are as at be because been before"
                  + " being below between both but by can could did do does doing down during each"
                  + " ever every few for from further get gets give gives go goes got had has have"
                  + " having he her here hers him his how i if in into is it its just less like"
                  + " make makes making many may me might more most much must my never no nor not"
                  + " now of off on once one only or other our ours out over own s same she should"
                  + " so some such t than that the their theirs them then there these they this"
                  + " those through to too under until up upon us very was we were what when where"
                  + " which while who whom why will with within without would you your yours")
              .split(" "));

  private StopWords() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
