package io.plumbline.cli.measure;

import io.plumbline.statistics.benchmark.BenchmarkQuality;
import io.plumbline.statistics.benchmark.LabelledJudgments;
import io.plumbline.statistics.benchmark.PromptCriteria;
import io.plumbline.statistics.benchmark.RewardBench;
import io.plumbline.statistics.benchmark.TiesScore;
import io.plumbline.statistics.benchmark.VoteAgreement;
import io.plumbline.statistics.calibration.Calibration;
import io.plumbline.statistics.calibration.PredictionPoweredMean;
import io.plumbline.statistics.calibration.RoganGladen;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.offpolicy.LoggedBandit;
import io.plumbline.statistics.offpolicy.OffPolicyEstimates;
import io.plumbline.statistics.offpolicy.SharpeRatio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How good judges, benchmarks and estimators are. */
final class JudgeMeasures {
  private JudgeMeasures() {}

  record Predictions(double[] probabilities, double[] outcomes, Integer bins) {}

  record Errors(
      int judgedPositive,
      int judged,
      int truePositives,
      int positives,
      int trueNegatives,
      int negatives) {}

  record Labelled(double[] labels, double[] predictionsOfLabelled, double[] predictions) {}

  record Scores(Interval[] benchmark, Interval[] reference) {}

  record Prompts(
      List<PromptCriteria.Prompt> prompts, int promptThreshold, double clusterThreshold) {}

  record Accuracies(Map<String, Double> accuracies) {}

  record Candidates(Map<String, List<double[]>> scores, List<TiesScore.Question> ties) {}

  record Votes(List<VoteAgreement.Vote> votes, String judge, String other) {}

  record LabelledPairs(List<LabelledJudgments.Pair> pairs) {}

  record Portfolio(double[] estimates, double[] values, double behaviourValue, int k) {}

  static List<Measure> all() {
    return List.of(
        Measure.of(
            "calibration",
            175,
            "expected calibration error, Brier score and reliability curve",
            "{\"probabilities\": [0.1, 0.8], \"outcomes\": [0, 1], \"bins\": 15}",
            Predictions.class,
            JudgeMeasures::calibration),
        Measure.of(
            "calibration-fit",
            175,
            "temperature and isotonic fits of probabilities to outcomes, before and after",
            "{\"probabilities\": [0.1, 0.9, 0.8, 0.7, 0.95], \"outcomes\": [0, 1, 0, 1, 1],"
                + " \"bins\": 10}",
            Predictions.class,
            CalibrationFit::of),
        Measure.of(
            "rogan-gladen",
            0,
            "the true rate behind a judge's rate, from a small human sample",
            "{\"judged_positive\": 300, \"judged\": 1000, \"true_positives\": 45,"
                + " \"positives\": 50, \"true_negatives\": 85, \"negatives\": 100}",
            Errors.class,
            input ->
                new RoganGladen(
                        input.judgedPositive(),
                        input.judged(),
                        input.truePositives(),
                        input.positives(),
                        input.trueNegatives(),
                        input.negatives())
                    .rate(0.95)),
        Measure.of(
            "prediction-powered-mean",
            0,
            "the mean of human labels from few of them and many judge predictions",
            "{\"labels\": [1, 0, 1], \"predictions_of_labelled\": [0.9, 0.2, 0.7],"
                + " \"predictions\": [0.5, 0.6, 0.8, 0.1]}",
            Labelled.class,
            input ->
                PredictionPoweredMean.of(
                    input.labels(), input.predictionsOfLabelled(), input.predictions(), 0.95)),
        Measure.of(
            "benchmark-quality",
            141,
            "separability, agreement with confidence and pair-rank Brier score of a benchmark",
            "{\"benchmark\": [{\"estimate\": 80, \"lower\": 78, \"upper\": 82, \"level\": 0.95},"
                + " {\"estimate\": 70, \"lower\": 68, \"upper\": 72, \"level\": 0.95}],"
                + " \"reference\": [{\"estimate\": 60, \"lower\": 59, \"upper\": 61,"
                + " \"level\": 0.95}, {\"estimate\": 50, \"lower\": 49, \"upper\": 51,"
                + " \"level\": 0.95}]}",
            Scores.class,
            input -> BenchmarkQuality.of(input.benchmark(), input.reference())),
        Measure.of(
            "prompt-criteria",
            141,
            "BenchBuilder: which prompts meet enough of seven criteria, in clusters that do",
            "{\"prompts\": [{\"id\": \"p\", \"cluster\": \"code\", \"judgment\":"
                + " \"[1, 2, 3, 4, 6, 7]\"}, {\"id\": \"q\", \"cluster\": \"chat\", \"judgment\":"
                + " \"[5]\"}], \"prompt_threshold\": 6, \"cluster_threshold\": 5}",
            Prompts.class,
            input ->
                PromptCriteria.of(
                    input.prompts(), input.promptThreshold(), input.clusterThreshold())),
        Measure.of(
            "reward-bench",
            0,
            "RewardBench's section scores and score from accuracies by subset",
            "{\"accuracies\": {\"math-prm\": 0.5, \"hep-cpp\": 1.0}}",
            Accuracies.class,
            input -> RewardBench.version1(input.accuracies())),
        Measure.of(
            "reward-bench-2",
            0,
            "RewardBench 2: per subset how often the chosen answer's score, first, is the largest;"
                + " Ties by its own score",
            "{\"scores\": {\"Math\": [[3, 1, 2, 0], [3, 4, 2, 0]]},"
                + " \"ties\": [{\"id\": \"ref:0\", \"scores\": [3, 1], \"correct\": 1},"
                + " {\"id\": \"tied:0\", \"scores\": [3, 2.5, 1], \"correct\": 2}]}",
            Candidates.class,
            JudgeMeasures::rewardBench2),
        Measure.of(
            "vote-agreement",
            0,
            "MT-bench's agreement of two kinds of judges, with and without ties",
            "{\"votes\": [{\"question\": \"q\", \"model_a\": \"x\", \"model_b\": \"y\","
                + " \"winner\": \"model_a\", \"judge\": \"gpt4\"}], \"judge\": \"gpt4\","
                + " \"other\": \"human\"}",
            Votes.class,
            input -> VoteAgreement.of(input.votes(), input.judge(), input.other())),
        Measure.of(
            "judge-labels",
            0,
            "a judge's agreement with human labels beside null judges on the same pairs",
            "{\"pairs\": [{\"prompt\": \"p\", \"label\": \"first\", \"verdict\": \"first\","
                + " \"first_length\": 9, \"second_length\": 5}, {\"prompt\": \"q\","
                + " \"label\": \"tie\", \"verdict\": \"second\", \"first_length\": 5,"
                + " \"second_length\": 5}]}",
            LabelledPairs.class,
            input -> LabelledJudgments.of(input.pairs(), Bootstrap.DEFAULT)),
        Measure.of(
            "off-policy",
            128,
            "the value of a policy from another one's log, by four estimators",
            "{\"rewards\": [1, 2], \"logging_probabilities\": [0.4, 0.6],"
                + " \"target_probabilities\": [0.8, 0.3], \"predicted_taken\": [0.5, 1],"
                + " \"predicted_value\": [0.8, 0.8]}",
            LoggedBandit.class,
            OffPolicyEstimates::of),
        Measure.of(
            "sharpe-ratio",
            128,
            "return over risk of the k policies that an estimator puts first",
            "{\"estimates\": [2, 1, 3], \"values\": [5, 3, 9], \"behaviour_value\": 4, \"k\": 2}",
            Portfolio.class,
            input ->
                SharpeRatio.of(
                    input.estimates(), input.values(), input.behaviourValue(), input.k())));
  }

  private static Map<String, Object> rewardBench2(Candidates input) {
    TiesScore ties = input.ties() == null ? null : TiesScore.of(input.ties());
    Map<String, List<double[]>> scores = input.scores() == null ? Map.of() : input.scores();
    RewardBench.Version2 result = RewardBench.version2(scores, ties);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("score", result.score());
    document.put("subsets", result.subsets());
    document.put("ties", ties);
    return document;
  }

  private static Map<String, Object> calibration(Predictions input) {
    Calibration calibration = new Calibration(input.bins() == null ? 15 : input.bins());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "expected_calibration_error",
        calibration.expectedError(input.probabilities(), input.outcomes()));
    document.put("brier", Calibration.brier(input.probabilities(), input.outcomes()));
    document.put("curve", calibration.curve(input.probabilities(), input.outcomes()));
    return document;
  }
}
