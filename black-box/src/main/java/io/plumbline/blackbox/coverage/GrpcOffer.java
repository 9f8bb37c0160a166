package io.plumbline.blackbox.coverage;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The gRPC methods of a service, from its server reflection. */
final class GrpcOffer {
  private static final String OURS = "plumbline.";

  private GrpcOffer() {}

  /** PACKAGE.SERVICE/METHOD of each. */
  static Set<String> of(Channel channel) {
    Set<String> methods = new TreeSet<>();
    var list = ServerReflectionRequest.newBuilder().setListServices("").build();
    for (ServiceResponse service : ask(channel, list).getListServicesResponse().getServiceList()) {
      if (service.getName().startsWith(OURS)) {
        var request =
            ServerReflectionRequest.newBuilder().setFileContainingSymbol(service.getName()).build();
        for (ByteString file :
            ask(channel, request).getFileDescriptorResponse().getFileDescriptorProtoList()) {
          addMethods(file, service.getName(), methods);
        }
      }
    }
    if (methods.isEmpty()) {
      throw new IllegalStateException("server reflection names no method of ours");
    }
    return methods;
  }

  private static void addMethods(ByteString file, String service, Set<String> methods) {
    try {
      FileDescriptorProto descriptor = FileDescriptorProto.parseFrom(file);
      for (ServiceDescriptorProto found : descriptor.getServiceList()) {
        if (service.equals(descriptor.getPackage() + "." + found.getName())) {
          for (MethodDescriptorProto method : found.getMethodList()) {
            methods.add(service + "/" + method.getName());
          }
        }
      }
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException("server reflection answers no descriptor", malformed);
    }
  }

  private static ServerReflectionResponse ask(Channel channel, ServerReflectionRequest request) {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(request);
    requests.onCompleted();
    try {
      return answer.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("server reflection does not answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
