package io.plumbline.trainer.stub;

import io.plumbline.trainer.launch.Launcher;
import io.plumbline.trainer.launch.WorkerLaunch;
import io.plumbline.trainer.launch.WorkerState;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts workers that are threads of the test and follow a script. */
@ApplicationScoped
public class StubLauncher implements Launcher {
  public static final String NAME = "stub";

  private final Map<String, Thread> workers = new ConcurrentHashMap<>();
  private final List<WorkerLaunch> launches = new CopyOnWriteArrayList<>();
  private volatile Script script = Script.GOOD;

  /** Before each test. */
  public void follow(Script newScript) {
    script = newScript;
  }

  /** The starts of a run's workers, in order. */
  public List<WorkerLaunch> launchesOf(String runId) {
    return launches.stream().filter(launch -> launch.runId().equals(runId)).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String trainerAddress() {
    String port =
        LaunchMode.current() == LaunchMode.TEST
            ? "quarkus.grpc.server.test-port"
            : "quarkus.grpc.server.port";
    return "127.0.0.1:" + ConfigProvider.getConfig().getValue(port, String.class);
  }

  @Override
  public Uni<String> launch(WorkerLaunch launch) {
    launches.add(launch);
    String handle = launch.runId() + "/" + launch.attempt();
    var thread = new Thread(new StubWorker(launch, script), "stub-worker-" + handle);
    thread.setUncaughtExceptionHandler(
        (dead, failure) -> System.err.println(dead.getName() + ": " + failure));
    workers.put(handle, thread);
    thread.start();
    return Uni.createFrom().item(handle);
  }

  @Override
  public Uni<WorkerState> inspect(String handle) {
    Thread thread = workers.get(handle);
    return Uni.createFrom()
        .item(
            thread != null && thread.isAlive()
                ? new WorkerState.Running()
                : new WorkerState.Ended("thread ended"));
  }

  @Override
  public Uni<Void> stop(String handle) {
    Thread thread = workers.remove(handle);
    if (thread != null) {
      thread.interrupt();
    }
    return Uni.createFrom().voidItem();
  }
}
