package io.plumbline.reward.upstream;

import io.plumbline.reward.http.ServerSettings;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * One reward server; {@code url} is what {@code /classify} and {@code /pooling} are added to, such
 * as {@code http://127.0.0.1:8000}.
 */
public interface UpstreamSettings extends ServerSettings {
  @WithDefault("classify")
  UpstreamKind kind();

  @WithDefault("messages")
  InputForm input();

  /** Which of the answer's numbers is the reward, where a class or output is not the only one. */
  @WithDefault("0")
  int output();

  /** How many numbers the model answers with for a completion. */
  @WithDefault("1")
  int outputs();

  /** Texts in one request, with {@code input=text}. */
  @WithDefault("32")
  int batch();

  /** Requests at once. */
  @WithDefault("8")
  int concurrency();

  /** Completions that may wait; beyond it requests are refused. */
  @WithDefault("4096")
  int queueCapacity();

  ProbeSettings probe();

  /** Whether the server can be trusted, as a pair whose better side is known tells. */
  interface ProbeSettings {
    /** What an unsound server's rewards are. */
    @WithDefault("require")
    ProbeMode mode();

    /** How long a sound finding holds. */
    @WithDefault("10m")
    Duration interval();

    /** What the pair answers to; with {@code chosen} and {@code rejected}, else built-in pairs. */
    Optional<String> prompt();

    /** The better answer. */
    Optional<String> chosen();

    /** The worse answer. */
    Optional<String> rejected();
  }

  /** What an unsound server's rewards are. */
  enum ProbeMode {
    /** Refused. */
    REQUIRE,
    /** Given; readiness, the log and the model's metrics tell. */
    REPORT
  }
}
