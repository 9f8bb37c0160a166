package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final List<String> NAMES =
      List.of("dpo", "ipo-averaged", "nca", "aot", "exo", "apo-zero", "sppo-hard", "rdpo");

  @Test
  void answersFiveHundredCallsAtOnceAsOneByOne() throws Exception {
    try (ServedObjectives objectives =
        ServedObjectives.start(Map.of("PLUMBLINE_OBJECTIVES_THREADS", "4"))) {
      List<EvaluateRequest> requests =
          IntStream.range(0, 500).mapToObj(ConcurrencyTest::request).toList();
      // More than may run and wait: HTTP/2 holds the rest back at the client, refused is none.
      List<ListenableFuture<EvaluateResponse>> answers = new ArrayList<>();
      for (EvaluateRequest request : requests) {
        answers.add(ObjectivesGrpc.newFutureStub(objectives.channel()).evaluate(request));
      }

      for (int i = 0; i < requests.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(objectives.stub().evaluate(requests.get(i)));
      }
    }
  }

  private static EvaluateRequest request(int seed) {
    Integer[] lengths = {1 + seed % 3, 2, 1, 1 + seed % 5};
    int tokens = lengths[0] + lengths[1] + lengths[2] + lengths[3];
    double[] policy = new double[tokens];
    double[] reference = new double[tokens];
    for (int i = 0; i < tokens; i++) {
      policy[i] = -0.1 * (1 + (seed * 7 + i * 3) % 20);
      reference[i] = -0.1 * (1 + (seed * 5 + i * 11) % 20);
    }
    return EvaluateRequest.newBuilder()
        .setObjective(Requests.objective(NAMES.get(seed % NAMES.size()), Map.of()))
        .setBatch(
            Requests.batch(lengths)
                .putChannels("policy_logps", Requests.float64(policy))
                .putChannels("reference_logps", Requests.float64(reference)))
        .build();
  }
}
