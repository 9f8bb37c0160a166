package io.plumbline.worker;

import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.worker.process.ExitCode;
import io.plumbline.worker.process.WorkerArguments;
import io.plumbline.worker.process.WorkerProcess;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.tensor.NativeThreads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The worker's process. On SIGTERM it writes a checkpoint, reports it, and ends with {@link
 * ExitCode#INTERRUPTED}.
 */
public final class WorkerMain {

  /** Within Kubernetes' usual grace of 30 seconds, and enough to end a step and write a model. */
  private static final long GRACE_SECONDS = 28;

  private WorkerMain() {}

  /** Works on one run; see {@link WorkerArguments#USAGE} and {@link ExitCode}. */
  public static void main(String[] arguments) {
    WorkerArguments parsed;
    try {
      parsed = WorkerArguments.parse(arguments, System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println("trainer-worker: " + e.getMessage());
      System.exit(ExitCode.BAD_INPUT.code());
      return;
    }
    AtomicBoolean signalled = new AtomicBoolean();
    AtomicReference<ExitCode> code = new AtomicReference<>(ExitCode.FAILED);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  signalled.set(true);
                  await(ended);
                  Runtime.getRuntime().halt(code.get().code());
                },
                "shutdown"));
    int threads = NativeThreads.configure(parsed.threads(), System.getenv());
    try (Lanes lanes = new Lanes(threads)) {
      ModelResolver resolver = ModelResolver.standard(System.getenv());
      code.set(new WorkerProcess(parsed, resolver, lanes, signalled::get, System.err).run());
    } finally {
      ended.countDown();
    }
    if (!signalled.get()) {
      System.exit(code.get().code());
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
