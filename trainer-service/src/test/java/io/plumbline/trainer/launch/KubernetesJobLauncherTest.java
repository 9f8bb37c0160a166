package io.plumbline.trainer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.plumbline.testing.PostgresTestResource;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.stub.StubUpstreams;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.kubernetes.client.KubernetesServer;
import io.quarkus.test.kubernetes.client.KubernetesTestServer;
import io.quarkus.test.kubernetes.client.WithKubernetesTestServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(StubUpstreams.class)
@WithKubernetesTestServer
@TestProfile(KubernetesJobLauncherTest.Gpus.class)
class KubernetesJobLauncherTest {
  private static final String NAMESPACE = "plumbline";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Two GPUs on nodes of one kind. */
  public static final class Gpus implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "plumbline.trainer.address", "trainer:9083",
          "plumbline.trainer.home", "/var/lib/plumbline",
          "plumbline.launcher.kubernetes.namespace", NAMESPACE,
          "plumbline.launcher.kubernetes.image", "registry.internal/plumbline/trainer-worker:1",
          "plumbline.launcher.kubernetes.gpus", "2",
          "plumbline.launcher.kubernetes.gpu-node-selector", "accelerator=h200,pool=training",
          "plumbline.launcher.kubernetes.gpu-tolerations", "nvidia.com/gpu,training",
          "plumbline.launcher.kubernetes.cpu", "8",
          "plumbline.launcher.kubernetes.memory", "64Gi");
    }
  }

  @KubernetesTestServer KubernetesServer server;
  @Inject KubernetesJobLauncher launcher;

  @Test
  void createsAJobOnWholeGpusOfTheNodesMadeForThem() {
    String handle = launch("a1");

    Job job = job(handle);
    PodSpec pod = job.getSpec().getTemplate().getSpec();
    Container worker = pod.getContainers().get(0);
    assertThat(pod.getNodeSelector())
        .containsExactlyInAnyOrderEntriesOf(Map.of("accelerator", "h200", "pool", "training"));
    assertThat(pod.getTolerations())
        .extracting(Toleration::getKey)
        .containsExactly("nvidia.com/gpu", "training");
    assertThat(worker.getResources().getLimits())
        .containsEntry("nvidia.com/gpu", new Quantity("2"))
        .containsEntry("cpu", new Quantity("8"))
        .containsEntry("memory", new Quantity("64Gi"));
    assertThat(worker.getResources().getRequests())
        .containsEntry("nvidia.com/gpu", new Quantity("2"));
    assertThat(worker.getImage()).isEqualTo("registry.internal/plumbline/trainer-worker:1");
    assertThat(worker.getArgs()).containsExactly("--trainer", "trainer:9083", "--run", "a1");
    assertThat(pod.getServiceAccountName()).isEqualTo("trainer-worker");
    assertThat(job.getSpec().getBackoffLimit()).isZero();
    assertThat(job.getMetadata().getLabels())
        .containsEntry("plumbline/run", "a1")
        .containsEntry("plumbline/attempt", "1")
        .containsEntry("app.kubernetes.io/component", "worker");
  }

  @Test
  void bringsTheTokenInASecretThatTheJobOwns() {
    String handle = launch("a2");

    Job job = job(handle);
    Secret secret = server.getClient().secrets().inNamespace(NAMESPACE).withName(handle).get();
    assertThat(job.toString()).doesNotContain("s3cret");
    assertThat(secret.getStringData()).containsEntry("token", "s3cret");
    assertThat(secret.getMetadata().getOwnerReferences().get(0).getUid())
        .isEqualTo(job.getMetadata().getUid());
    EnvVar token =
        job.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
            .filter(variable -> variable.getName().equals("PLUMBLINE_WORKER_TOKEN"))
            .findFirst()
            .orElseThrow();
    assertThat(token.getValueFrom().getSecretKeyRef().getName()).isEqualTo(handle);
  }

  @Test
  void seesAJobThatFailed() {
    String handle = launch("a3");
    assertThat(inspect(handle)).isInstanceOf(WorkerState.Running.class);

    server
        .getClient()
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withName(handle)
        .editStatus(
            job ->
                new JobBuilder(job)
                    .withNewStatus()
                    .addNewCondition()
                    .withType("Failed")
                    .withStatus("True")
                    .withReason("BackoffLimitExceeded")
                    .withMessage("no GPU left")
                    .endCondition()
                    .endStatus()
                    .build());

    assertThat(inspect(handle))
        .isEqualTo(
            new WorkerState.Ended(
                "Job %s failed: BackoffLimitExceeded, no GPU left".formatted(handle)));
  }

  @Test
  void deletesTheJobOfAWorkerThatIsStopped() {
    String handle = launch("a4");

    launcher.stop(handle).await().atMost(PATIENCE);

    assertThat(inspect(handle)).isEqualTo(new WorkerState.Ended("Job " + handle + " is gone"));
  }

  @Test
  void saysWhatTheApiServerRefused() {
    server
        .expect()
        .post()
        .withPath("/apis/batch/v1/namespaces/" + NAMESPACE + "/jobs")
        .andReturn(
            403, new StatusBuilder().withCode(403).withMessage("jobs.batch is forbidden").build())
        .once();

    assertThatThrownBy(() -> launch("a5"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("jobs.batch is forbidden")
        .hasMessageContaining("look at the role");
  }

  private String launch(String run) {
    return launcher
        .launch(new WorkerLaunch(run, 1, "s3cret", launcher.trainerAddress()))
        .await()
        .atMost(PATIENCE);
  }

  private WorkerState inspect(String handle) {
    return launcher.inspect(handle).await().atMost(PATIENCE);
  }

  private Job job(String handle) {
    return server.getClient().batch().v1().jobs().inNamespace(NAMESPACE).withName(handle).get();
  }
}
