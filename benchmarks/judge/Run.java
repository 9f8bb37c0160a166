import io.grpc.ManagedChannel;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One evaluation run: one gRPC call, thousands of calls to the model. */
final class Run {
  private final EvaluationServiceBlockingStub runs;
  private final Figures figures;

  Run(ManagedChannel channel, Figures figures) {
    this.runs = EvaluationServiceGrpc.newBlockingStub(channel);
    this.figures = figures;
  }

  void measure(String name, String model, String salt, int comparisons) throws IOException {
    EvaluationSpec.Builder spec =
        EvaluationSpec.newBuilder()
            .addJudges(JudgeSpec.newBuilder().setName("stub").setModel("chat:" + model));
    String prefix = salt + " run " + model + " " + System.nanoTime() + " ";
    for (int i = 0; i < comparisons; i++) {
      spec.addComparisons(Comparing.comparison(prefix + i));
    }
    Usage before = figures.usage();
    String id =
        runs.createEvaluation(
                CreateEvaluationRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setSpec(spec)
                    .build())
            .getStatus()
            .getId();
    runs.watchEvaluation(WatchRunRequest.newBuilder().setId(id).build()).forEachRemaining(e -> {});
    Evaluation ended = runs.getEvaluation(GetRunRequest.newBuilder().setId(id).build());
    int failures = ended.getStatus().getState() == RunState.RUN_STATE_SUCCEEDED ? 0 : 1;
    List<Verdict> verdicts = verdicts(id);
    failures += comparisons - verdicts.size();
    failures +=
        (int)
            verdicts.stream()
                .filter(verdict -> verdict.getState() != VerdictState.VERDICT_STATE_OK)
                .count();
    long[] latencies =
        verdicts.stream()
            .map(Verdict::getLatency)
            .mapToLong(latency -> latency.getSeconds() * 1_000_000_000L + latency.getNanos())
            .sorted()
            .toArray();
    double elapsed =
        seconds(ended.getStatus().getEnded()) - seconds(ended.getStatus().getStarted());
    figures.print(name, 2L * verdicts.size(), elapsed, latencies, failures, before);
  }

  private List<Verdict> verdicts(String id) {
    List<Verdict> verdicts = new ArrayList<>();
    String token = "";
    do {
      ListVerdictsResponse page =
          runs.listVerdicts(
              ListVerdictsRequest.newBuilder()
                  .setEvaluationId(id)
                  .setPageSize(1_000)
                  .setPageToken(token)
                  .build());
      verdicts.addAll(page.getVerdictsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return verdicts;
  }

  private static double seconds(com.google.protobuf.Timestamp time) {
    return time.getSeconds() + time.getNanos() / 1e9;
  }
}
