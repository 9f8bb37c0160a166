package io.plumbline.judge.model.chat;

import io.plumbline.judge.settings.ChatSettings;
import java.util.Optional;

/** Settings of an entry that cannot be meant. */
final class ChatChecks {
  private ChatChecks() {}

  /**
   * @throws IllegalStateException naming the setting and the remedy
   */
  static void check(String name, ChatSettings settings) {
    String prefix = "plumbline.judge.chat." + name + ".";
    above(prefix + "requests-per-minute", settings.requestsPerMinute());
    above(prefix + "tokens-per-minute", settings.tokensPerMinute());
    price(prefix + "prompt-price", settings.promptPrice());
    price(prefix + "completion-price", settings.completionPrice());
    above(prefix + "budget", settings.budget());
    if (settings.budget().isPresent()
        && settings.promptPrice() == 0
        && settings.completionPrice() == 0) {
      throw new IllegalStateException(
          prefix
              + "budget limits nothing without prices: set "
              + prefix
              + "prompt-price or "
              + prefix
              + "completion-price, or take the budget away");
    }
  }

  private static void above(String setting, Optional<Double> value) {
    if (value.isPresent() && !(value.get() > 0 && Double.isFinite(value.get()))) {
      throw new IllegalStateException(setting + " must be a number above 0, is " + value.get());
    }
  }

  private static void price(String setting, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalStateException(setting + " must be a number of at least 0, is " + value);
    }
  }
}
