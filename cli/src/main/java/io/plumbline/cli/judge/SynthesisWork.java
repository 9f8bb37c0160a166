package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.cli.client.ServiceErrors;
import io.plumbline.cli.output.ProgressBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;

/** Asks for the pairs of many prompts, some at a time, and writes down what came of each. */
final class SynthesisWork {
  private static final long DEADLINE_MINUTES = 30;

  private final JudgeServiceBlockingStub service;
  private final SynthesisJournal journal;
  private final double budget;
  private final AtomicReference<RuntimeException> stopped = new AtomicReference<>();
  private final AtomicInteger finished = new AtomicInteger();
  private final DoubleAdder spent = new DoubleAdder();

  /** A prompt and how it is asked for. */
  record Task(PromptRow prompt, SynthesizeRequest request, String digest) {}

  /**
   * @param budget what this run may cost; 0 for no limit
   */
  SynthesisWork(JudgeServiceBlockingStub service, SynthesisJournal journal, double budget) {
    this.service = service;
    this.journal = journal;
    this.budget = budget;
  }

  /**
   * @param already prompts that need not be asked for
   * @throws RuntimeException that stopped the work; what came before it is written down
   */
  void run(List<Task> tasks, int parallel, int already) {
    int total = tasks.size() + already;
    AtomicInteger next = new AtomicInteger();
    try (ProgressBar bar = ProgressBar.onStandardError()) {
      ExecutorService pool = Executors.newFixedThreadPool(parallel);
      for (int i = 0; i < parallel; i++) {
        pool.execute(
            () -> {
              for (int at = next.getAndIncrement();
                  at < tasks.size() && goesOn();
                  at = next.getAndIncrement()) {
                one(tasks.get(at));
                bar.update("pairs", already + finished.incrementAndGet(), total, "prompts", "");
              }
            });
      }
      pool.shutdown();
      await(pool);
    }
    if (stopped.get() != null) {
      throw stopped.get();
    }
  }

  /** Prompts that were asked for. */
  int finished() {
    return finished.get();
  }

  /** Whether the budget ended it. */
  boolean isSpent() {
    return budget > 0 && spent.sum() >= budget;
  }

  private boolean goesOn() {
    return stopped.get() == null && !isSpent();
  }

  private void one(Task task) {
    try {
      ObjectNode row = asked(task);
      spent.add(row.path("cost").asDouble());
      journal.append(row);
    } catch (IOException failed) {
      stopped.compareAndSet(null, new UncheckedIOException(failed));
    } catch (StatusRuntimeException failed) {
      stopped.compareAndSet(null, ServiceErrors.of("judge-service", failed));
    }
  }

  private ObjectNode asked(Task task) {
    try {
      return SynthesisRow.of(
          task.prompt(),
          task.digest(),
          service.withDeadlineAfter(DEADLINE_MINUTES, TimeUnit.MINUTES).synthesize(task.request()));
    } catch (StatusRuntimeException failed) {
      if (failed.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
        return SynthesisRow.failed(
            task.prompt(), task.digest(), "no answer within " + DEADLINE_MINUTES + " minutes");
      }
      throw failed;
    }
  }

  private static void await(ExecutorService pool) {
    try {
      // Every call has a deadline of its own.
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
