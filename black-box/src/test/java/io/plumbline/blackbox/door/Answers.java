package io.plumbline.blackbox.door;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that answers by name: serves "good", refuses "bad", and lets all else wait. */
final class Answers extends HealthImplBase {
  private Answers() {}

  static Server start() throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .addService(new Answers())
        .build()
        .start();
  }

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    switch (request.getService()) {
      case "good" -> {
        answer.onNext(serving());
        answer.onCompleted();
      }
      case "bad" -> answer.onError(Status.NOT_FOUND.asRuntimeException());
      default -> {}
    }
  }

  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    answer.onNext(serving());
  }

  private static HealthCheckResponse serving() {
    return HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build();
  }
}
