package io.plumbline.trainer;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc.DataSetServiceBlockingStub;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc;
import io.plumbline.api.v1alpha1.RecipeServiceGrpc.RecipeServiceBlockingStub;
import io.plumbline.api.v1alpha1.TrainingServiceGrpc;
import io.plumbline.api.v1alpha1.TrainingServiceGrpc.TrainingServiceBlockingStub;
import io.plumbline.testing.PostgresTestResource;
import io.plumbline.trainer.stub.Script;
import io.plumbline.trainer.stub.StubLauncher;
import io.plumbline.trainer.stub.StubUpstreams;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running trainer-service on a real PostgreSQL, asked over gRPC. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(StubUpstreams.class)
abstract class TrainerTestBase {
  private static final long DEADLINE_SECONDS = 60;

  @Inject StubLauncher launcher;
  StubUpstreams upstreams;
  ManagedChannel channel;

  @BeforeEach
  void connect() {
    launcher.follow(Script.GOOD);
    upstreams.reward().reset();
    upstreams.heads().reset();
    upstreams.evaluations().reset();
    int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  DataSetServiceBlockingStub dataSets() {
    return DataSetServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  TrainingServiceBlockingStub trainings() {
    return TrainingServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  RecipeServiceBlockingStub recipes() {
    return RecipeServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
