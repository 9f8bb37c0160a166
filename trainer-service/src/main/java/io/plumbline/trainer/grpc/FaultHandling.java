package io.plumbline.trainer.grpc;

import com.google.rpc.Code;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.protobuf.StatusProto;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.fault.Faults;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Answers every failure with its status and details; the unexpected ones are logged. */
@ApplicationScoped
public class FaultHandling implements ExceptionHandlerProvider {
  private static final Logger LOG = Logger.getLogger(FaultHandling.class);

  @Override
  public <Q, A> ExceptionHandler<Q, A> createHandler(
      Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
    return new ExceptionHandler<>(listener, call, metadata) {
      @Override
      protected void handleException(Throwable failure, ServerCall<Q, A> failed, Metadata headers) {
        var status = StatusProto.toStatusRuntimeException(Faults.of(failure).status());
        failed.close(status.getStatus(), status.getTrailers());
      }
    };
  }

  @Override
  public Throwable transform(Throwable failure) {
    Fault fault = Faults.of(failure);
    if (fault.code() == Code.INTERNAL) {
      LOG.error(fault.getMessage(), failure);
    }
    return StatusProto.toStatusRuntimeException(fault.status());
  }
}
