package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.List;

/**
 * Adds a sentence to the first completion, as bait; the control adds a neutral one of the same
 * length.
 *
 * @param before whether it stands before the completion or after it
 */
public record SentenceProbe(
    String name, String summary, List<Integer> methods, String bait, String neutral, boolean before)
    implements Probe {
  public SentenceProbe {
    requireNonNull(name, "name is null");
    requireNonNull(summary, "summary is null");
    methods = List.copyOf(methods);
    requireNonNull(bait, "bait is null");
    requireNonNull(neutral, "neutral is null");
    neutral = sameLength(neutral, bait.length());
  }

  @Override
  public Comparison treated(Comparison comparison) {
    return with(comparison, bait);
  }

  @Override
  public Comparison control(Comparison comparison) {
    return with(comparison, neutral);
  }

  private Comparison with(Comparison comparison, String sentence) {
    String text = comparison.first().content().text();
    return new Comparison(
        comparison.id(),
        comparison.cluster(),
        comparison.prompt(),
        new Completion(
            new PlainText(before ? sentence + " " + text : text + " " + sentence),
            comparison.first().source()),
        comparison.second());
  }

  /** Repeats the words of a sentence up to a length, and ends it there. */
  private static String sameLength(String sentence, int length) {
    StringBuilder text = new StringBuilder(sentence);
    while (text.length() < length) {
      text.append(' ').append(sentence);
    }
    text.setLength(length - 1);
    return text.append('.').toString();
  }
}
