package io.plumbline.trainer.launch;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Job of one start of a worker, and the Secret with its token. */
final class WorkerJob {
  private static final String TOKEN_KEY = "token";
  private static final long USER = 10001;
  private static final long GRACE_SECONDS = 60;

  private final WorkerLaunch launch;
  private final KubernetesSettings settings;
  private final String home;

  /**
   * @param home where the claim with the checkpoints is mounted
   */
  WorkerJob(WorkerLaunch launch, KubernetesSettings settings, String home) {
    this.launch = launch;
    this.settings = settings;
    this.home = home;
  }

  String name() {
    return "plumbline-worker-%s-%d".formatted(launch.runId(), launch.attempt());
  }

  Job job() {
    // No retry by Kubernetes: another attempt gets another token, which only the trainer gives.
    return new JobBuilder()
        .withNewMetadata()
        .withName(name())
        .withLabels(labels())
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withTtlSecondsAfterFinished((int) settings.keep().toSeconds())
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels())
        .endMetadata()
        .withSpec(pod())
        .endTemplate()
        .endSpec()
        .build();
  }

  /** Goes away with its Job. */
  Secret secret(Job owner) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name())
        .withLabels(labels())
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("batch/v1")
                .withKind("Job")
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .build())
        .endMetadata()
        .addToStringData(TOKEN_KEY, launch.token())
        .build();
  }

  private Map<String, String> labels() {
    return Map.of(
        "app.kubernetes.io/name", "trainer",
        "app.kubernetes.io/component", "worker",
        "app.kubernetes.io/part-of", "plumbline",
        "app.kubernetes.io/managed-by", "trainer-service",
        "plumbline/run", launch.runId(),
        "plumbline/attempt", String.valueOf(launch.attempt()));
  }

  private PodSpec pod() {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withServiceAccountName(settings.serviceAccount())
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withNodeSelector(nodeSelector())
        .withTolerations(tolerations())
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .addNewContainer()
        .withName("worker")
        .withImage(settings.image())
        .withArgs("--trainer", launch.trainer(), "--run", launch.runId())
        .withEnv(environment())
        .withNewResources()
        .withRequests(resources())
        .withLimits(resources())
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName("home")
        .withMountPath(home)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("home")
        .withNewPersistentVolumeClaim()
        .withClaimName(settings.homeClaim())
        .endPersistentVolumeClaim()
        .endVolume()
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private List<EnvVar> environment() {
    List<EnvVar> variables = new ArrayList<>();
    variables.add(
        new EnvVarBuilder()
            .withName(WorkerLaunch.TOKEN_VARIABLE)
            .withNewValueFrom()
            .withNewSecretKeyRef()
            .withName(name())
            .withKey(TOKEN_KEY)
            .endSecretKeyRef()
            .endValueFrom()
            .build());
    Map<String, String> plain = new TreeMap<>();
    plain.put("HOME", "/tmp");
    plain.put("PLUMBLINE_CACHE", home + "/cache");
    // The CPU limit in whole cores: oversubscribed libtorch collapses.
    long cores = Quantity.getAmountInBytes(new Quantity(settings.cpu())).longValue();
    plain.put("OMP_NUM_THREADS", String.valueOf(Math.max(1, cores)));
    plain.putAll(settings.environment());
    plain.forEach(
        (name, value) ->
            variables.add(new EnvVarBuilder().withName(name).withValue(value).build()));
    return variables;
  }

  private Map<String, Quantity> resources() {
    Map<String, Quantity> resources = new TreeMap<>();
    resources.put("cpu", new Quantity(settings.cpu()));
    resources.put("memory", new Quantity(settings.memory()));
    if (settings.gpus() > 0) {
      resources.put(settings.gpuResource(), new Quantity(String.valueOf(settings.gpus())));
    }
    return resources;
  }

  private Map<String, String> nodeSelector() {
    Map<String, String> selector = new TreeMap<>();
    if (settings.gpus() > 0) {
      for (String label : settings.gpuNodeSelector()) {
        String[] parts = label.split("=", 2);
        selector.put(parts[0], parts.length == 2 ? parts[1] : "");
      }
    }
    return selector;
  }

  private List<Toleration> tolerations() {
    return settings.gpus() == 0
        ? List.of()
        : settings.gpuTolerations().stream()
            .map(
                key ->
                    new TolerationBuilder()
                        .withKey(key)
                        .withOperator("Exists")
                        .withEffect("NoSchedule")
                        .build())
            .toList();
  }
}
