package io.plumbline.judge.stub;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reward-service whose reward is the length of the completion. Model {@code flaky} is unavailable
 * two times of three, {@code silent} gives no reward, {@code absent} does not exist.
 */
public final class StubRewardServer extends RewardServiceGrpc.RewardServiceImplBase {
  private final AtomicInteger calls = new AtomicInteger();
  private Server server;

  public int start() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
              .addService(this)
              .build()
              .start();
      return server.getPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public void stop() {
    server.shutdownNow();
  }

  @Override
  public void score(ScoreRequest request, StreamObserver<ScoreResponse> observer) {
    if (request.getModel().equals("absent")) {
      observer.onError(
          Status.NOT_FOUND.withDescription("no model named absent").asRuntimeException());
    } else if (request.getModel().equals("flaky") && calls.getAndIncrement() % 3 != 2) {
      observer.onError(Status.UNAVAILABLE.withDescription("restarting").asRuntimeException());
    } else {
      observer.onNext(response(request));
      observer.onCompleted();
    }
  }

  private static ScoreResponse response(ScoreRequest request) {
    ScoreResponse.Builder response =
        ScoreResponse.newBuilder().setModel(request.getModel() + "@1").setModelDigest("d1");
    if (request.getModel().startsWith("fitted")) {
      response.setTemperature(0.25);
    }
    for (Completion completion : request.getCompletionsList()) {
      Score.Builder score = Score.newBuilder().setCompletionId(completion.getId());
      response.addScores(
          request.getModel().equals("silent")
              ? score.setReason("the text is empty")
              : score.setReward(completion.getParts(0).getText().length()));
    }
    return response.build();
  }
}
