package io.plumbline.blackbox.door;

import static java.util.Objects.requireNonNull;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Notes which methods answer well, and gives every call a deadline: a service may hang. */
final class NotingInterceptor implements ClientInterceptor {
  private final Calls calls;
  private final Duration deadline;

  NotingInterceptor(Calls calls, Duration deadline) {
    this.calls = requireNonNull(calls, "calls is null");
    this.deadline = requireNonNull(deadline, "deadline is null");
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    CallOptions bounded =
        options.getDeadline() == null
            ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
            : options;
    return new SimpleForwardingClientCall<>(next.newCall(method, bounded)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(new Noting<>(listener, method.getFullMethodName()), headers);
      }
    };
  }

  private final class Noting<A> extends SimpleForwardingClientCallListener<A> {
    private final String method;

    private Noting(ClientCall.Listener<A> listener, String method) {
      super(listener);
      this.method = method;
    }

    @Override
    public void onMessage(A message) {
      calls.answered(method);
      super.onMessage(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (status.isOk()) {
        calls.answered(method);
      }
      super.onClose(status, trailers);
    }
  }
}
