package io.plumbline.trainer.launch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How workers are started and watched. */
@ConfigMapping(prefix = "plumbline.worker")
public interface WorkerSettings {
  /** Who starts the workers of runs that do not say it: process, or kubernetes-job. */
  @WithDefault(ProcessLauncher.NAME)
  String launcher();

  /** The worker's jar. */
  Optional<Path> jar();

  /** The Java that runs it; when absent the one that runs this service, if a Java does. */
  Optional<Path> java();

  /** More options for that Java, for example -Xmx2g. */
  Optional<List<String>> javaOptions();

  /** CPU threads of a worker; 0 means all that the service sees. */
  @WithDefault("0")
  int threads();

  /** Workers at the same time. */
  @WithDefault("1")
  int concurrency();

  /** Starts of a worker before its run fails. */
  @WithDefault("3")
  int maxAttempts();

  /** Longest time from the start to the first report, model download included. */
  @WithDefault("10M")
  Duration startTimeout();

  /** Longest silence after the first report. */
  @WithDefault("30S")
  Duration heartbeatTimeout();

  /** How long a cancelled worker may take to write its checkpoint. */
  @WithDefault("60S")
  Duration cancelTimeout();
}
