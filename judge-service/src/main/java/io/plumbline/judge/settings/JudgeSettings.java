package io.plumbline.judge.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code plumbline.judge.*}. */
@ConfigMapping(prefix = "plumbline.judge")
public interface JudgeSettings {

  /** The OpenAI-compatible endpoints that may be asked, by the NAME of {@code chat:NAME}. */
  Map<String, ChatSettings> chat();

  RewardSettings reward();

  RunSettings run();

  AnswerCacheSettings answerCache();

  LookupSettings lookup();

  /** What protocol {@code lookup} may fetch. */
  interface LookupSettings {
    /** Origins, such as {@code https://en.wikipedia.org}; without any, nothing is fetched. */
    Optional<List<String>> origins();

    /** Of one lookup with its redirects. */
    @WithDefault("5s")
    Duration deadline();

    /** Bytes of one text; a larger one is an error. */
    @WithDefault("65536")
    int largest();
  }

  /** How long answers are given again. */
  interface AnswerCacheSettings {
    /** Older answers are deleted, within a minute or two. */
    @WithDefault("30d")
    Duration age();
  }

  /** How reward-service is called. */
  interface RewardSettings {
    /** Of one call. */
    @WithDefault("30s")
    Duration deadline();

    @WithDefault("8")
    int concurrency();

    /** After the first attempt. */
    @WithDefault("6")
    int retries();

    /** What differences of rewards are divided by, by the MODEL of {@code reward:MODEL}. */
    Map<String, Double> temperatures();
  }

  /** How evaluation runs go. */
  interface RunSettings {
    /** Whether this process works on runs, or only takes them and tells of them. */
    @WithDefault("true")
    boolean enabled();

    /** Comparisons of one run judged at the same time. */
    @WithDefault("32")
    int concurrency();

    /** After how long another process may take over a run whose owner went silent. */
    @WithDefault("30s")
    Duration lease();

    /** Claims of a run in a row without a verdict, after which it is given up as FAILED. */
    @WithDefault("5")
    int attempts();

    /** How often runs without an owner are looked for. */
    @WithDefault("5s")
    Duration claimInterval();

    /** How often a watcher looks for new events. */
    @WithDefault("200ms")
    Duration watchInterval();
  }
}
