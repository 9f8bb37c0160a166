package io.plumbline.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server over a socket that loses the connection after two events of three. */
class RunWatchTest {
  private final List<Long> askedAfter = new ArrayList<>();
  private RunState end = RunState.RUN_STATE_SUCCEEDED;
  private Status refusal = Status.UNAVAILABLE;
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void serve() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new LosesTheConnection())
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void takesABrokenConnectionUpAfterTheLastEvent() {
    List<Long> seen = new ArrayList<>();

    RecipeRun run = watch().follow(event -> seen.add(event.getPosition()));

    assertThat(run.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(seen).containsExactly(1L, 2L, 3L);
    assertThat(askedAfter).containsExactly(0L, 2L);
  }

  @Test
  void saysHowARunEndedThatDidNotSucceed() {
    end = RunState.RUN_STATE_CANCELLED;

    assertThatThrownBy(() -> watch().succeeded("the run", event -> {}))
        .isInstanceOf(CommandFailedException.class)
        .hasMessage("the run was cancelled; start it again");
  }

  @Test
  void doesNotAskAgainWhatIsRefused() {
    refusal = Status.NOT_FOUND.withDescription("id: no run has it");

    assertThatThrownBy(() -> watch().follow(event -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("id: no run has it");
    assertThat(askedAfter).containsExactly(0L);
  }

  private RunWatch<RecipeRun> watch() {
    RecipeServiceGrpc.RecipeServiceBlockingStub recipes =
        RecipeServiceGrpc.newBlockingStub(channel);
    return new RunWatch<>(
        "trainer-service",
        position ->
            recipes.watchRecipeRun(WatchRunRequest.newBuilder().setAfterPosition(position).build()),
        () -> recipes.getRecipeRun(GetRunRequest.getDefaultInstance()),
        RecipeRun::getStatus);
  }

  private final class LosesTheConnection extends RecipeServiceGrpc.RecipeServiceImplBase {
    @Override
    public void watchRecipeRun(WatchRunRequest request, StreamObserver<RunEvent> events) {
      askedAfter.add(request.getAfterPosition());
      if (request.getAfterPosition() == 0) {
        events.onNext(RunEvent.newBuilder().setPosition(1).build());
        events.onNext(RunEvent.newBuilder().setPosition(2).build());
        events.onError(refusal.asRuntimeException());
      } else {
        events.onNext(RunEvent.newBuilder().setPosition(3).build());
        events.onCompleted();
      }
    }

    @Override
    public void getRecipeRun(GetRunRequest request, StreamObserver<RecipeRun> run) {
      run.onNext(RecipeRun.newBuilder().setStatus(RunStatus.newBuilder().setState(end)).build());
      run.onCompleted();
    }
  }
}
