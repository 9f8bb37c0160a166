package io.plumbline.objectives.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.rpc.RetryInfo;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One thread and one place to wait, behind a real socket, with work that the test lets go on. */
class EvaluationPoolTest {
  private final EvaluationPool pool = new EvaluationPool(1, 1);

  /** Whether there was a place, for each call that the server received. */
  private final BlockingQueue<Boolean> received = new LinkedBlockingQueue<>();

  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger evaluated = new AtomicInteger();
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void serve() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .directExecutor()
            .addService(
                new ObjectivesGrpc.ObjectivesImplBase() {
                  @Override
                  public void evaluate(
                      EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
                    received.add(
                        pool.answer(
                            (ServerCallStreamObserver<EvaluateResponse>) observer,
                            EvaluationPoolTest.this::waitAndEvaluate));
                  }
                })
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void stop() throws Exception {
    goOn.countDown();
    channel.shutdownNow();
    server.shutdownNow();
    pool.close(Duration.ofSeconds(10));
    server.awaitTermination();
  }

  @Test
  void refusesWhoComesWhenAllPlacesAreTaken() throws Exception {
    ListenableFuture<EvaluateResponse> running = call();
    begun.acquire();
    ListenableFuture<EvaluateResponse> waiting = call();
    assertThat(List.of(received.take(), received.take())).containsExactly(true, true);

    StatusRuntimeException refusal = refusal(call());

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    RetryInfo retry = StatusProto.fromThrowable(refusal).getDetails(0).unpack(RetryInfo.class);
    assertThat(retry.getRetryDelay().getNanos()).isPositive();

    goOn.countDown();
    assertThat(running.get()).isEqualTo(EvaluateResponse.getDefaultInstance());
    assertThat(waiting.get()).isEqualTo(EvaluateResponse.getDefaultInstance());
  }

  @Test
  void dropsWhatWaitsForACallerWhoHasLeft() throws Exception {
    ListenableFuture<EvaluateResponse> running = call();
    begun.acquire();
    ListenableFuture<EvaluateResponse> left = call();
    assertThat(List.of(received.take(), received.take())).containsExactly(true, true);

    left.cancel(true);
    // Its place is free once the server has heard of it: until then the next call is refused.
    ListenableFuture<EvaluateResponse> next = callUntilTaken();
    goOn.countDown();

    running.get();
    next.get();
    assertThat(evaluated).hasValue(2);
  }

  @Test
  void dropsWhatWaitsPastItsDeadline() throws Exception {
    ListenableFuture<EvaluateResponse> running = call();
    begun.acquire();

    StatusRuntimeException refusal =
        refusal(
            ObjectivesGrpc.newFutureStub(channel)
                .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                .evaluate(EvaluateRequest.getDefaultInstance()));
    ListenableFuture<EvaluateResponse> next = callUntilTaken();
    goOn.countDown();

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
    running.get();
    next.get();
    assertThat(evaluated).hasValue(2);
  }

  @Test
  void letsWhatRunsEndWhenItCloses() throws Exception {
    ListenableFuture<EvaluateResponse> running = call();
    begun.acquire();
    Thread closing = new Thread(() -> pool.close(Duration.ofSeconds(60)));
    closing.start();

    goOn.countDown();

    closing.join();
    assertThat(running.get()).isEqualTo(EvaluateResponse.getDefaultInstance());
  }

  private EvaluateResponse waitAndEvaluate() {
    begun.release();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    evaluated.incrementAndGet();
    return EvaluateResponse.getDefaultInstance();
  }

  private ListenableFuture<EvaluateResponse> call() {
    return ObjectivesGrpc.newFutureStub(channel).evaluate(EvaluateRequest.getDefaultInstance());
  }

  /** A call that waits in the pool: calls until one is not refused at once. */
  private ListenableFuture<EvaluateResponse> callUntilTaken() throws InterruptedException {
    received.clear();
    ListenableFuture<EvaluateResponse> call = call();
    while (!received.take()) {
      call = call();
    }
    return call;
  }

  private static StatusRuntimeException refusal(ListenableFuture<EvaluateResponse> call) {
    ExecutionException failure = catchThrowableOfType(ExecutionException.class, call::get);
    return (StatusRuntimeException) failure.getCause();
  }
}
