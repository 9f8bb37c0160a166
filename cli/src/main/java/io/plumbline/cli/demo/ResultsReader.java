package io.plumbline.cli.demo;

import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.GetDataSetRequest;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.cli.client.ServiceChannels;
import io.plumbline.cli.client.ServiceErrors;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.report.DemoResults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fetches what a finished demo run left in the three services. */
final class ResultsReader {
  private static final int DEADLINE_SECONDS = 120;

  private final ServiceChannels services;
  private final RecipeRun run;

  ResultsReader(ServiceChannels services, RecipeRun run) {
    this.services = services;
    this.run = run;
  }

  DemoResults read(String principle, List<Metrics> training, double seconds) {
    try {
      return new DemoResults(
          principle,
          DemoRecipe.BETA,
          stories(DemoRecipe.TRAINING_STORIES),
          stories(DemoRecipe.BASE_STORIES),
          stories(DemoRecipe.CONTROL_STORIES),
          stories(DemoRecipe.TUNED_STORIES),
          stories(DemoRecipe.BASE_UNDER_BASE),
          stories(DemoRecipe.TUNED_UNDER_BASE),
          stories(DemoRecipe.TUNED_UNDER_TUNED),
          evaluation(DemoRecipe.TUNED_AGAINST_BASE),
          evaluation(DemoRecipe.CONTROL_AGAINST_BASE),
          training,
          pairs(),
          head(),
          seconds);
    } catch (StatusRuntimeException e) {
      throw ServiceErrors.of("a service failed to hand out results", e);
    }
  }

  private List<ScoredCompletion> stories(String stage) {
    List<ScoredCompletion> stories = new ArrayList<>();
    DataSetServiceGrpc.newBlockingStub(services.trainer())
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .readDataSet(ReadDataSetRequest.newBuilder().setId(outcome(stage).getDataSetId()).build())
        .forEachRemaining(row -> stories.add(completion(stage, row)));
    return stories;
  }

  private static ScoredCompletion completion(String stage, DataSetRow row) {
    if (!row.hasCompletion()) {
      throw new CommandFailedException(
          "stage %s: row %d is no completion".formatted(stage, row.getPosition()));
    }
    return row.getCompletion();
  }

  private long pairs() {
    return DataSetServiceGrpc.newBlockingStub(services.trainer())
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .getDataSet(
            GetDataSetRequest.newBuilder().setId(outcome(DemoRecipe.PAIRS).getDataSetId()).build())
        .getRows();
  }

  private Evaluation evaluation(String stage) {
    return EvaluationServiceGrpc.newBlockingStub(services.judge())
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .getEvaluation(GetRunRequest.newBuilder().setId(outcome(stage).getEvaluationId()).build());
  }

  private RewardModel head() {
    return RewardServiceGrpc.newBlockingStub(services.reward())
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .getRewardModel(
            GetRewardModelRequest.newBuilder()
                .setName(outcome(DemoRecipe.HEAD).getRewardModel())
                .build());
  }

  private StageOutcome outcome(String stage) {
    return run.getOutcomesList().stream()
        .filter(outcome -> outcome.getStage().equals(stage))
        .findFirst()
        .orElseThrow(() -> new CommandFailedException("the run has no outcome of stage " + stage));
  }
}
