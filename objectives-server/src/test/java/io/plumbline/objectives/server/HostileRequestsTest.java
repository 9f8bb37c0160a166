package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.WeightedObjective;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Requests that no sound client sends: each is answered or refused with a reason. */
class HostileRequestsTest {
  private static final int REQUESTS = 5_000;

  private static final double[] EXTREMES = {
    0, -0.0, 1, -1, 1e-320, 1e4, -1e4, 1e300, -1e300, Double.NaN, Double.NEGATIVE_INFINITY
  };

  private final Random random = new Random(11);

  @Test
  void answersOrRefusesWhateverComes() throws Exception {
    try (ServedObjectives objectives = ServedObjectives.start()) {
      List<ObjectiveDescription> all =
          objectives
              .stub()
              .listObjectives(ListObjectivesRequest.getDefaultInstance())
              .getObjectivesList();
      int answered = 0;
      for (int i = 0; i < REQUESTS; i++) {
        EvaluateRequest request = request(all);
        try {
          isFinite(objectives.stub().evaluate(request));
          answered++;
        } catch (StatusRuntimeException e) {
          assertThat(e.getStatus().getCode()).as("%s", request).isEqualTo(Code.INVALID_ARGUMENT);
        }
      }
      // Not everything was refused at the first look.
      assertThat(answered).isBetween(REQUESTS / 50, REQUESTS - 1);
    }
  }

  @Test
  void survivesAClientThatDoesNotSpeakHttp() throws Exception {
    try (ServedObjectives objectives = ServedObjectives.start()) {
      try (Socket socket =
              new Socket(InetAddress.getLoopbackAddress(), objectives.server().port());
          OutputStream out = socket.getOutputStream()) {
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        out.write(noise);
      }

      assertThat(objectives.stub().evaluate(Requests.dpoOfOnePair().build()).getLossesCount())
          .isEqualTo(1);
    }
  }

  private static void isFinite(EvaluateResponse answer) {
    assertThat(answer.getLoss()).isFinite();
    answer
        .getGradientsMap()
        .values()
        .forEach(
            gradient ->
                assertThat(DoubleStream.of(Requests.values(gradient)).allMatch(Double::isFinite))
                    .isTrue());
  }

  private EvaluateRequest request(List<ObjectiveDescription> all) {
    EvaluateRequest.Builder request = EvaluateRequest.newBuilder();
    ObjectiveDescription description = all.get(random.nextInt(all.size()));
    Map<String, Double> parameters = new HashMap<>();
    description
        .getParametersList()
        .forEach(parameter -> rarely(() -> parameters.put(parameter.getName(), extreme())));
    WeightedObjective.Builder term =
        WeightedObjective.newBuilder()
            .setObjective(Requests.spec(description.getName(), parameters));
    rarely(() -> term.setWeight(extreme()));
    request.getObjectiveBuilder().addTerms(term);
    rarely(() -> request.getObjectiveBuilder().addTerms(term));
    rarely(() -> request.getStateBuilder().putValues("count", extreme()));
    rarely(() -> request.getStatisticsBuilder().putSums("examples", extreme()));
    return request.setBatch(batch(description)).build();
  }

  private ObjectiveBatch batch(ObjectiveDescription description) {
    ObjectiveBatch.Builder batch = ObjectiveBatch.newBuilder();
    int size =
        switch (description.getSignature().getLayout()) {
          case OBJECTIVE_LAYOUT_SEQUENCES -> 1;
          case OBJECTIVE_LAYOUT_PAIRS -> 2;
          default -> 1 + random.nextInt(4);
        };
    boolean counted =
        switch (description.getSignature().getLayout()) {
          case OBJECTIVE_LAYOUT_SEQUENCES, OBJECTIVE_LAYOUT_PAIRS -> false;
          default -> true;
        };
    int examples = 1 + random.nextInt(3);
    int tokens = 0;
    for (int i = 0; i < examples * size; i++) {
      int length = random.nextInt(3);
      batch.addLengths(length);
      tokens += length;
    }
    for (int i = 0; counted && i < examples; i++) {
      batch.addSequenceCounts(size);
    }
    rarely(() -> batch.addSequenceCounts(random.nextInt()));
    rarely(() -> batch.addLengths(random.nextInt()));
    for (var channel : description.getSignature().getChannelsList()) {
      int count =
          switch (channel.getLevel()) {
            case CHANNEL_LEVEL_TOKEN -> tokens;
            case CHANNEL_LEVEL_SEQUENCE -> examples * size;
            default -> examples;
          };
      batch.putChannels(channel.getName(), tensor(count));
    }
    return batch.build();
  }

  private Tensor tensor(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(40) == 0 ? extreme() : random.nextInt(2);
    }
    Tensor.Builder tensor =
        (random.nextBoolean() ? Requests.float64(values) : Requests.float32(values)).toBuilder();
    rarely(() -> tensor.setShape(0, random.nextInt()));
    rarely(() -> tensor.setDataTypeValue(random.nextInt(8)));
    return tensor.build();
  }

  private void rarely(Runnable change) {
    if (random.nextInt(12) == 0) {
      change.run();
    }
  }

  private double extreme() {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }
}
