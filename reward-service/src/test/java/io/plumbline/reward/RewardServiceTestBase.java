package io.plumbline.reward;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc.HeadTrainingServiceBlockingStub;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RewardServiceGrpc.RewardServiceBlockingStub;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running reward-service on a real PostgreSQL, asked over gRPC. */
@QuarkusTestResource(PostgresTestResource.class)
public abstract class RewardServiceTestBase {
  private static final String[] ANIMALS = {"dog", "puppy", "hound", "poodle", "terrier", "pug"};
  private static final String[] MACHINES = {"car", "truck", "engine", "tractor", "train", "bus"};

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    int port = ConfigProvider.getConfig().getValue("quarkus.grpc.server.test-port", Integer.class);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  protected ManagedChannel channel() {
    return channel;
  }

  protected RewardServiceBlockingStub rewards() {
    return RewardServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  protected HeadTrainingServiceBlockingStub trainings() {
    return HeadTrainingServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  protected List<RunEvent> watch(String id, long afterPosition) {
    List<RunEvent> events = new ArrayList<>();
    trainings()
        .watchHeadTraining(
            WatchRunRequest.newBuilder().setId(id).setAfterPosition(afterPosition).build())
        .forEachRemaining(events::add);
    return events;
  }

  protected static Completion completion(String id, String text) {
    return Completion.newBuilder().setId(id).addParts(part(text)).build();
  }

  /** Stories about dogs, each preferred to one about a machine; six prompts, two pairs each. */
  protected static CreateHeadTrainingRequest aboutDogs(String requestId, String name) {
    HeadTrainingSpec.Builder spec =
        HeadTrainingSpec.newBuilder().setName(name).setHeldOutShare(0.33).setSeed(5);
    for (int prompt = 0; prompt < ANIMALS.length; prompt++) {
      for (String end : new String[] {"was happy", "went home"}) {
        spec.addPairs(
            PreferencePair.newBuilder()
                .setPrompt(Prompt.newBuilder().setId("prompt " + prompt))
                .addChosen(part("Once there was a little " + ANIMALS[prompt] + " that " + end))
                .addRejected(part("Once there was a little " + MACHINES[prompt] + " that " + end)));
      }
    }
    return CreateHeadTrainingRequest.newBuilder().setRequestId(requestId).setSpec(spec).build();
  }

  private static ContentPart part(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
