package io.plumbline.worker.process;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.Interrupted;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.worker.grpc.OutdatedWorkerException;
import io.plumbline.worker.grpc.Reporter;
import io.plumbline.worker.grpc.TaskRunner;
import io.plumbline.worker.grpc.TrainerConnection;
import io.plumbline.worker.grpc.TrainerLostException;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/** One run in one process, from the first question to the last report. */
public final class WorkerProcess {

  private static final int MAXIMUM_MESSAGE_BYTES = 16 << 20;

  private final WorkerArguments arguments;
  private final ModelResolver resolver;
  private final Lanes lanes;
  private final BooleanSupplier signalled;
  private final PrintStream log;

  /**
   * A worker.
   *
   * @param signalled whether the process was asked to end
   * @param log gets one line when something goes wrong
   */
  public WorkerProcess(
      WorkerArguments arguments,
      ModelResolver resolver,
      Lanes lanes,
      BooleanSupplier signalled,
      PrintStream log) {
    this.arguments = arguments;
    this.resolver = resolver;
    this.lanes = lanes;
    this.signalled = signalled;
    this.log = log;
  }

  /** Works until the task is done, failed or stopped. */
  public ExitCode run() {
    WorkerIdentity identity =
        WorkerIdentity.newBuilder().setRunId(arguments.run()).setToken(arguments.token()).build();
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(arguments.trainer())
            .usePlaintext()
            .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
            .build();
    try (Reporter reporter = new Reporter(channel, identity, arguments.patience())) {
      TrainerConnection connection = new TrainerConnection(channel, identity, arguments.patience());
      return work(connection, reporter);
    } catch (OutdatedWorkerException e) {
      return ended(ExitCode.OUTDATED, e.getMessage());
    } catch (TrainerLostException e) {
      return ended(ExitCode.TRAINER_LOST, e.getMessage());
    } finally {
      channel.shutdown();
    }
  }

  private ExitCode work(TrainerConnection connection, Reporter reporter) {
    BooleanSupplier stop =
        () -> reporter.isLost() || reporter.isCancelled() || signalled.getAsBoolean();
    try {
      boolean done =
          new TaskRunner(connection, reporter, resolver, lanes, stop).run(connection.task());
      if (!done) {
        String reason = reporter.isCancelled() ? "cancelled by the trainer" : "stopped by a signal";
        reporter.send(
            WorkerReport.newBuilder().setInterrupted(Interrupted.newBuilder().setReason(reason)));
      }
      reporter.drain();
      return done ? ExitCode.DONE : ended(ExitCode.INTERRUPTED, "interrupted");
    } catch (WorkerException e) {
      return failed(reporter, e.isBadInput(), e);
    } catch (ModelException e) {
      return failed(reporter, e.reason() == ModelException.Reason.UNKNOWN_REFERENCE, e);
    } catch (OutdatedWorkerException | TrainerLostException e) {
      throw e;
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      e.printStackTrace(log);
      return failed(reporter, false, e);
    }
  }

  private ExitCode failed(Reporter reporter, boolean input, Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    reporter.send(
        WorkerReport.newBuilder()
            .setFailed(
                Status.newBuilder()
                    .setCode(input ? Code.INVALID_ARGUMENT_VALUE : Code.INTERNAL_VALUE)
                    .setMessage(message)));
    reporter.drain();
    return ended(input ? ExitCode.BAD_INPUT : ExitCode.FAILED, message);
  }

  private ExitCode ended(ExitCode code, String message) {
    log.println("trainer-worker: " + message.lines().findFirst().orElse(""));
    return code;
  }
}
