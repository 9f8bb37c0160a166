package io.plumbline.judge.model.limit;

/**
 * What tokens cost, in a currency of the configuration's choice.
 *
 * @param prompt of a million prompt tokens
 * @param completion of a million completion tokens
 */
public record Price(double prompt, double completion) {
  private static final double MILLION = 1e6;

  public Price {
    if (!(prompt >= 0) || !(completion >= 0)) {
      throw new IllegalArgumentException(
          "prices must be at least 0: " + prompt + ", " + completion);
    }
  }

  public double of(long promptTokens, long completionTokens) {
    return (promptTokens * prompt + completionTokens * completion) / MILLION;
  }
}
