package io.plumbline.trainer.launch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What worker Jobs look like. */
@ConfigMapping(prefix = "plumbline.launcher.kubernetes")
public interface KubernetesSettings {
  /** The client's own namespace when absent. */
  Optional<String> namespace();

  @WithDefault("plumbline/trainer-worker")
  String image();

  @WithDefault("trainer-worker")
  String serviceAccount();

  /** Whole GPUs of a worker; 0 for none. */
  @WithDefault("0")
  int gpus();

  /** The resource that whole GPUs are asked for by. */
  @WithDefault("nvidia.com/gpu")
  String gpuResource();

  /** Labels of the nodes that have GPUs; asked for when {@link #gpus} is not 0. */
  @WithDefault("nvidia.com/gpu.present=true")
  List<String> gpuNodeSelector();

  /** Keys of the taints of such nodes, tolerated when {@link #gpus} is not 0. */
  @WithDefault("nvidia.com/gpu")
  List<String> gpuTolerations();

  /** Requests and limits of CPU, as Kubernetes writes quantities. */
  @WithDefault("2")
  String cpu();

  @WithDefault("4Gi")
  String memory();

  /** The claim that holds {@code plumbline.trainer.home}, mounted at the same path. */
  @WithDefault("trainer-home")
  String homeClaim();

  /** More environment variables of the worker. */
  Map<String, String> environment();

  /** How long an ended Job is kept. */
  @WithDefault("1H")
  Duration keep();
}
