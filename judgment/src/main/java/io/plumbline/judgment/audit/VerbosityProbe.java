package io.plumbline.judgment.audit;

import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;

/**
 * Says the first completion once more, in the frame of a summary: longer without saying more (the
 * "repetitive list" attack of Zheng et al. 2023, section 3.3, in a form for any text). The control
 * is the completion as it is.
 */
record VerbosityProbe() implements Probe {

  @Override
  public Comparison treated(Comparison comparison) {
    String text = comparison.first().content().text().strip();
    String again = text + "\n\nTo sum up what was said above: " + text;
    return new Comparison(
        comparison.id(),
        comparison.cluster(),
        comparison.prompt(),
        new Completion(new PlainText(again), comparison.first().source()),
        comparison.second());
  }

  @Override
  public Comparison control(Comparison comparison) {
    return comparison;
  }
}
