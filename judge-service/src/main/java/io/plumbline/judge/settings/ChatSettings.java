package io.plumbline.judge.settings;

import io.plumbline.judgment.protocol.VerdictSource;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One OpenAI-compatible chat endpoint. */
public interface ChatSettings {

  /** Base URL up to the version, such as {@code http://127.0.0.1:8000/v1}; without it, unused. */
  Optional<String> url();

  /** The model's name at the endpoint. */
  Optional<String> model();

  /** Further models of the endpoint that a request may name. */
  Optional<List<String>> models();

  /** The environment variable that holds the key; the key itself is kept nowhere. */
  Optional<String> keyVariable();

  /** The file that holds the key, such as a mounted Secret; read again every minute. */
  Optional<Path> keyFile();

  /** A recording to answer from instead of an endpoint. */
  Optional<Path> replay();

  /** A file to append every request and its answer to. */
  Optional<Path> record();

  /** Requests a minute, retries included, spread evenly; without it, no limit. */
  Optional<Double> requestsPerMinute();

  /** Tokens a minute, of requests and answers, spread evenly; without it, no limit. */
  Optional<Double> tokensPerMinute();

  /** What the model may cost altogether, over restarts; without it, no limit. */
  Optional<Double> budget();

  /** What a million prompt tokens cost, in a currency of your choice. */
  @WithDefault("0")
  double promptPrice();

  /** What a million completion tokens cost. */
  @WithDefault("0")
  double completionPrice();

  SamplingSettings sampling();

  /** Of one attempt. */
  @WithDefault("60s")
  Duration deadline();

  /** Calls in flight. */
  @WithDefault("64")
  int concurrency();

  /** Calls that wait for one of these; more are refused. */
  @WithDefault("100000")
  int queue();

  /** Bytes of an answer's body; a larger one is refused, and no more of it is held. */
  @WithDefault("8388608")
  int largestAnswer();

  /** After the first attempt. */
  @WithDefault("5")
  int retries();

  /** The first wait before a retry; doubled each time, and jittered. */
  @WithDefault("200ms")
  Duration backoff();

  /** Whether whole answers at temperature 0 are kept and given again. */
  @WithDefault("true")
  boolean cache();

  /** Answers kept under another value, or none, are not found: any new value clears the cache. */
  Optional<String> cacheGeneration();

  /** Whether label probabilities, the text, or what is there decides. */
  @WithDefault("probabilities-or-text")
  VerdictSource verdict();
}
