package io.plumbline.cli.judge;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RankResponse;
import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.RateResponse;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.cli.client.RunWatch;
import io.plumbline.cli.client.ServiceErrors;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.output.ProgressBar;
import io.plumbline.judgment.protocol.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs comparisons through judge-service as one durable evaluation. */
final class Evaluator implements AutoCloseable {
  // Verdicts carry what their judge wrote, at most 48 KiB of it, and an answer holds 64 MiB.
  private static final int PAGE = 200;

  private final ManagedChannel channel;
  private final EvaluationServiceBlockingStub service;
  private final JudgeServiceBlockingStub judges;

  /**
   * @param channel to judge-service, closed with this
   */
  Evaluator(ManagedChannel channel) {
    this.channel = channel;
    this.service = EvaluationServiceGrpc.newBlockingStub(channel);
    this.judges = JudgeServiceGrpc.newBlockingStub(channel);
  }

  /**
   * The verdicts by the comparisons' ids.
   *
   * @param principle instead of the questions' own; empty for these
   */
  Map<String, Verdict> judge(JudgeSpec spec, List<Question> questions, String principle) {
    Map<String, Verdict> verdicts = new HashMap<>();
    judge(
        spec,
        questions,
        principle,
        page -> page.forEach(verdict -> verdicts.put(verdict.getComparisonId(), verdict)));
    return verdicts;
  }

  /**
   * Gives the verdicts on in the order of the questions, some at a time as they are fetched,
   * through as many evaluations as the comparisons' size needs.
   *
   * @param principle instead of the questions' own; empty for these
   */
  void judge(
      JudgeSpec spec, List<Question> questions, String principle, Consumer<List<Verdict>> page) {
    List<Comparison> comparisons =
        questions.stream()
            .map(question -> principle.isEmpty() ? question : question.by(""))
            .map(QuestionMessages::comparison)
            .toList();
    JudgeSpec judge = spec.toBuilder().setPrinciple(principle).build();
    for (List<Comparison> part : ComparisonParts.OF_SERVICE.of(comparisons)) {
      called(
          () -> {
            verdicts(evaluated(judge, part), page);
            return null;
          });
    }
  }

  /** Waits for an evaluation of its own, and says its id. */
  private String evaluated(JudgeSpec spec, List<Comparison> comparisons) {
    String id =
        service
            .createEvaluation(
                CreateEvaluationRequest.newBuilder()
                    .setRequestId(UUID.randomUUID().toString())
                    .setSpec(
                        EvaluationSpec.newBuilder()
                            .setName("plumbline judge")
                            .addJudges(spec)
                            .addAllComparisons(comparisons))
                    .build())
            .getStatus()
            .getId();
    RunStatus ended =
        watch(id, spec.getModel().isEmpty() ? spec.getName() : spec.getModel()).getStatus();
    if (ended.getState() == RunState.RUN_STATE_FAILED) {
      throw ServiceErrors.of("evaluation " + id, ended.getError());
    }
    if (ended.getState() != RunState.RUN_STATE_SUCCEEDED) {
      throw new CommandFailedException("evaluation " + id + " was cancelled");
    }
    return id;
  }

  /** A survey's report. */
  AuditReport audit(AuditRequest request) {
    return called(() -> judges.audit(request));
  }

  RateResponse rate(RateRequest request) {
    return called(() -> judges.rate(request));
  }

  RankResponse rank(RankRequest request) {
    return called(() -> judges.rank(request));
  }

  private static <T> T called(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException failure) {
      throw ServiceErrors.of("judge-service", failure);
    }
  }

  private Evaluation watch(String id, String label) {
    try (ProgressBar bar = ProgressBar.onStandardError()) {
      return new RunWatch<>(
              "judge-service",
              position ->
                  service.watchEvaluation(
                      WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build()),
              () -> service.getEvaluation(GetRunRequest.newBuilder().setId(id).build()),
              Evaluation::getStatus)
          .follow(event -> show(event, label, bar));
    }
  }

  private static void show(RunEvent event, String label, ProgressBar bar) {
    if (event.hasProgress()) {
      Progress progress = event.getProgress();
      bar.update(label, progress.getDone(), progress.getTotal(), progress.getUnit(), "");
    }
  }

  private void verdicts(String id, Consumer<List<Verdict>> pages) {
    String token = "";
    do {
      ListVerdictsResponse page =
          service.listVerdicts(
              ListVerdictsRequest.newBuilder()
                  .setEvaluationId(id)
                  .setPageSize(PAGE)
                  .setPageToken(token)
                  .build());
      pages.accept(page.getVerdictsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
