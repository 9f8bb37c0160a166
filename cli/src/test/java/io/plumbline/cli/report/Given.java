package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.Interval;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.WinRate;
import java.util.List;

/** Answers of the services, small enough to work out by hand. */
final class Given {
  private Given() {}

  static ScoredCompletion story(String opening, String text, int tokens) {
    return ScoredCompletion.newBuilder()
        .setCompletion(
            Completion.newBuilder()
                .setId(opening + "/" + text)
                .setTokens(tokens)
                .setPrompt(
                    Prompt.newBuilder()
                        .setId(opening)
                        .addMessages(Message.newBuilder().addParts(part("Opening " + opening))))
                .addParts(part(text)))
        .build();
  }

  static ScoredCompletion measured(ScoredCompletion story, double logProbability) {
    return story.toBuilder().putLogProbabilities("model", logProbability).build();
  }

  static Evaluation evaluation(double rate, double low, double high) {
    return Evaluation.newBuilder()
        .addSummaries(
            JudgeSummary.newBuilder()
                .setJudge(
                    JudgeSpec.newBuilder()
                        .setName("relevance")
                        .setModel("reward:relevance")
                        .setNote("trained on"))
                .setWinRate(winRate("relevance", rate, low, high))
                .setSymmetricByConstruction(true)
                .putStates("OK", 4))
        .addNullJudges(winRate("longer", 0.5, 0.4, 0.6))
        .build();
  }

  /** Two openings with two stories each; the tuned model writes of dogs. */
  static DemoResults results(Evaluation tuned, Evaluation control) {
    List<ScoredCompletion> base =
        List.of(
            story("a", "A cat sat.", 4),
            story("a", "The dog ran.", 4),
            story("b", "Mom <b>smiled</b>.", 2),
            story("b", "It rained.", 2));
    List<ScoredCompletion> tunedStories =
        List.of(
            story("a", "A dog sat.", 4),
            story("a", "The dog met a friend.", 6),
            story("b", "A friend came.", 4),
            story("b", "It rained.", 2));
    return new DemoResults(
        "a dog who makes a friend",
        0.1,
        base,
        base,
        base,
        tunedStories,
        List.of(
            measured(base.get(0), -4),
            measured(base.get(1), -6),
            measured(base.get(2), -1),
            measured(base.get(3), -1)),
        List.of(
            measured(tunedStories.get(0), -6),
            measured(tunedStories.get(1), -10),
            measured(tunedStories.get(2), -6),
            measured(tunedStories.get(3), -2)),
        List.of(
            measured(tunedStories.get(0), -5),
            measured(tunedStories.get(1), -7),
            measured(tunedStories.get(2), -4),
            measured(tunedStories.get(3), -2)),
        tuned,
        control,
        List.of(step(1, 0, 0), step(2, -0.2, -0.9)),
        30,
        RewardModel.newBuilder()
            .setName("demo-head")
            .setVersion(3)
            .putMetrics("accuracy", 0.75)
            .build(),
        12);
  }

  private static Metrics step(long step, double chosen, double rejected) {
    return Metrics.newBuilder()
        .setStep(step)
        .putValues("loss", 0.7)
        .putValues("rewards/chosen", chosen)
        .putValues("rewards/rejected", rejected)
        .build();
  }

  private static WinRate winRate(String judge, double rate, double low, double high) {
    return WinRate.newBuilder()
        .setJudge(judge)
        .setComparisons(4)
        .setWinRate(rate)
        .setInterval(Interval.newBuilder().setLow(low).setHigh(high).setLevel(0.95))
        .build();
  }

  private static ContentPart part(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
