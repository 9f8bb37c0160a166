package io.plumbline.reward.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.plumbline.reward.failure.BusyException;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.failure.NotFoundException;
import io.plumbline.reward.failure.UnavailableException;
import io.plumbline.reward.failure.UpstreamException;
import io.plumbline.service.door.Statuses;
import org.jboss.logging.Logger;

/** Failures as gRPC says them: a status with {@code google.rpc} details. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  static Throwable toStatus(Throwable failure) {
    if (failure instanceof StatusRuntimeException) {
      return failure;
    }
    if (failure instanceof InvalidFieldException invalid) {
      return Statuses.invalid(
          invalid.field() + " " + invalid.getMessage(), invalid.field(), invalid.getMessage());
    }
    if (failure instanceof NotFoundException) {
      return Statuses.of(Code.NOT_FOUND, failure.getMessage());
    }
    if (failure instanceof ConflictException || failure instanceof UpstreamException) {
      return Statuses.of(Code.FAILED_PRECONDITION, failure.getMessage());
    }
    if (failure instanceof BusyException) {
      return later(Code.RESOURCE_EXHAUSTED, failure);
    }
    if (failure instanceof UnavailableException) {
      return later(Code.UNAVAILABLE, failure);
    }
    LOG.error("a call failed", failure);
    return Statuses.of(Code.INTERNAL, "the service failed: its log has the cause");
  }

  private static Throwable later(Code code, Throwable failure) {
    return Statuses.of(
        code,
        failure.getMessage(),
        Any.pack(
            RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1)).build()));
  }
}
