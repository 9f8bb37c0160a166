package io.plumbline.judge.model.chat;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.judge.settings.ChatSettings;
import io.plumbline.judge.settings.JudgeSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that would start and fail, or do nothing, at each call. */
class ChatChecksTest {
  private static final String ENTRY = "plumbline.judge.chat.mine.";

  @Test
  void refusesABudgetWithoutPricesNamingTheRemedy() {
    assertThatThrownBy(() -> ChatChecks.check("mine", settings(Map.of("budget", "4"))))
        .hasMessage(
            "plumbline.judge.chat.mine.budget limits nothing without prices: set"
                + " plumbline.judge.chat.mine.prompt-price or"
                + " plumbline.judge.chat.mine.completion-price, or take the budget away");
    assertThatCode(
            () ->
                ChatChecks.check("mine", settings(Map.of("budget", "4", "completion-price", "2"))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "requests-per-minute, 0, must be a number above 0",
    "tokens-per-minute, -5, must be a number above 0",
    "budget, NaN, must be a number above 0",
    "prompt-price, -1, must be a number of at least 0",
  })
  void refusesNumbersThatCannotBeMeant(String setting, String value, String remedy) {
    assertThatThrownBy(() -> ChatChecks.check("mine", settings(Map.of(setting, value))))
        .hasMessageStartingWith(ENTRY + setting + " " + remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "top-p, 7, 'must be above 0 and at most 1, is 7.0'",
    "top-k, 0, 'must be 1 to 2147483647, is 0'",
    "max-completion-tokens, 0, 'must be 1 to 1000000, is 0'",
    "reasoning-effort, Much, 'must be a word such as low, is ''Much'''",
    "response-schema, {, is no JSON",
    "response-schema, 3, must be a JSON object",
    "top-logprobs, 100, 'must be 1 to 20, is 100'",
  })
  void refusesSamplingOutOfRange(String setting, String value, String remedy) {
    assertThatThrownBy(
            () ->
                DefaultSampling.of(
                    settings(Map.of("sampling." + setting, value)).sampling(), "mine"))
        .hasMessageStartingWith(ENTRY + "sampling." + setting + " " + remedy);
  }

  private static ChatSettings settings(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>();
    own.forEach((name, value) -> all.put(ENTRY + name, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(JudgeSettings.class)
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build()
        .getConfigMapping(JudgeSettings.class)
        .chat()
        .get("mine");
  }
}
