package io.plumbline.trainer.launch;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.plumbline.trainer.fault.Fault;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Starts workers as Kubernetes Jobs, which go on when this service is replaced. */
@ApplicationScoped
public class KubernetesJobLauncher implements Launcher {
  static final String NAME = "kubernetes-job";

  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final KubernetesClient client;
  private final KubernetesSettings settings;
  private final WorkerHome home;
  private final TrainerAddress address;

  @Inject
  KubernetesJobLauncher(
      KubernetesClient client,
      KubernetesSettings settings,
      WorkerHome home,
      TrainerAddress address) {
    this.client = requireNonNull(client, "client is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.home = requireNonNull(home, "home is null");
    this.address = requireNonNull(address, "address is null");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String trainerAddress() {
    return address.advertised();
  }

  @Override
  public Uni<String> launch(WorkerLaunch launch) {
    return onWorkerPool(
        () -> {
          var worker = new WorkerJob(launch, settings, home.root().toString());
          Job created =
              client.batch().v1().jobs().inNamespace(namespace()).resource(worker.job()).create();
          // The pod waits for its token, and the Secret goes when the Job does.
          client.secrets().inNamespace(namespace()).resource(worker.secret(created)).create();
          return worker.name();
        });
  }

  @Override
  public Uni<WorkerState> inspect(String handle) {
    return onWorkerPool(
        () ->
            stateOf(
                handle,
                client.batch().v1().jobs().inNamespace(namespace()).withName(handle).get()));
  }

  private static WorkerState stateOf(String handle, Job job) {
    if (job == null) {
      return new WorkerState.Ended("Job " + handle + " is gone");
    }
    JobStatus status = job.getStatus();
    if (status == null || status.getConditions() == null) {
      return new WorkerState.Running();
    }
    for (JobCondition condition : status.getConditions()) {
      boolean holds = "True".equals(condition.getStatus());
      if (holds && "Complete".equals(condition.getType())) {
        return new WorkerState.Ended("Job " + handle + " is complete");
      }
      if (holds && "Failed".equals(condition.getType())) {
        return new WorkerState.Ended(
            "Job %s failed: %s, %s"
                .formatted(handle, condition.getReason(), condition.getMessage()));
      }
    }
    return new WorkerState.Running();
  }

  @Override
  public Uni<Void> stop(String handle) {
    return onWorkerPool(
        () -> {
          client
              .batch()
              .v1()
              .jobs()
              .inNamespace(namespace())
              .withName(handle)
              .withPropagationPolicy(DeletionPropagation.BACKGROUND)
              .delete();
          return null;
        });
  }

  private String namespace() {
    return settings.namespace().orElseGet(client::getNamespace);
  }

  private static <T> Uni<T> onWorkerPool(Supplier<T> work) {
    return Uni.createFrom()
        .item(work)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure(KubernetesClientException.class)
        .transform(failure -> refused((KubernetesClientException) failure));
  }

  /** What the API server refuses once it refuses again; what did not reach it may yet. */
  private static Fault refused(KubernetesClientException failure) {
    int code = failure.getCode();
    boolean passing = code == 0 || code == TOO_MANY_REQUESTS || code >= FIRST_SERVER_ERROR;
    return new Fault(
        passing ? Code.UNAVAILABLE : Code.FAILED_PRECONDITION,
        "the Kubernetes API server refused the worker's Job (%s); look at the role of"
                .formatted(failure.getMessage())
            + " trainer-service and at plumbline.launcher.kubernetes.*",
        failure);
  }
}
