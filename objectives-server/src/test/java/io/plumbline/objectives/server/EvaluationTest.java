package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.ComputeStatisticsRequest;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveState;
import io.plumbline.api.v1alpha1.ObjectiveStatistics;
import io.plumbline.api.v1alpha1.Tensor.DataType;
import io.plumbline.api.v1alpha1.WeightedObjective;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double LOG_2 = 0.6931471805599453;

  private static ServedObjectives objectives;

  @BeforeAll
  static void serve() throws IOException {
    objectives = ServedObjectives.start();
  }

  @AfterAll
  static void stop() {
    objectives.close();
  }

  @Test
  void givesLossGradientAndMetricsOfOnePair() {
    EvaluateResponse answer = evaluate(Requests.dpoOfOnePair());

    // No difference between the models: −log σ(0) = log 2, and its slope is −β/2 = −0.05.
    assertThat(answer.getLoss()).isCloseTo(LOG_2, within(1e-15));
    assertThat(answer.getLossesList()).containsExactly(answer.getLoss());
    assertThat(Requests.values(answer.getGradientsOrThrow("policy_logps")))
        .containsExactly(new double[] {-0.05, 0.05}, within(1e-15));
    assertThat(answer.getGradientsMap()).containsOnlyKeys("policy_logps");
    assertThat(answer.getMetricsMap())
        .containsEntry("rewards/margins", 0.0)
        .containsEntry("logps/chosen", -1.0)
        .containsEntry("logps/rejected", -2.0);
    assertThat(answer.getMetricTotalsOrThrow("logps/rejected").getSum()).isEqualTo(-2);
    assertThat(answer.getMetricTotalsOrThrow("logps/rejected").getCount()).isEqualTo(1);
    assertThat(answer.getState().getValuesMap()).isEmpty();
  }

  @Test
  void answersInTheDataTypeOfTheChannel() {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().putChannels("policy_logps", Requests.float32(-1, -2));

    var gradient = evaluate(request).getGradientsOrThrow("policy_logps");

    assertThat(gradient.getDataType()).isEqualTo(DataType.DATA_TYPE_FLOAT32);
    assertThat(Requests.values(gradient)).containsExactly(-0.05f, 0.05f);
  }

  @Test
  void takesAnEmptyCompletionAsASumOfNothing() {
    EvaluateResponse answer =
        evaluate(
            Requests.dpoOfOnePair()
                .setBatch(
                    Requests.batch(1, 0)
                        .putChannels("policy_logps", Requests.float64(-1))
                        .putChannels("reference_logps", Requests.float64(-1))));

    assertThat(answer.getLoss()).isCloseTo(LOG_2, within(1e-15));
  }

  @Test
  void addsTermsUpByTheirWeights() {
    ObjectiveComposition sum =
        ObjectiveComposition.newBuilder()
            .addTerms(
                WeightedObjective.newBuilder()
                    .setWeight(0.25)
                    .setObjective(Requests.spec("dpo", Map.of("beta", 0.1))))
            .addTerms(
                WeightedObjective.newBuilder()
                    .setWeight(2)
                    .setObjective(Requests.spec("sft-chosen", Map.of())))
            .build();

    EvaluateResponse answer = evaluate(Requests.dpoOfOnePair().setObjective(sum));

    // ¼ log 2 + 2 · 1: the chosen token's log-probability is −1. Slopes: ¼ · ∓0.05, and −2.
    assertThat(answer.getLoss()).isCloseTo(0.25 * LOG_2 + 2, within(1e-15));
    assertThat(Requests.values(answer.getGradientsOrThrow("policy_logps")))
        .containsExactly(new double[] {-2.0125, 0.0125}, within(1e-15));
  }

  @Test
  void handsStateBackToBePassedOn() {
    // BCO with β = 1 on single tokens: rewards are policy − reference, here 2, then −1 and 0.
    ObjectiveComposition bco = Requests.objective("bco", Map.of("beta", 1.0));

    EvaluateResponse first =
        evaluate(EvaluateRequest.newBuilder().setObjective(bco).setBatch(labelled(2)));
    EvaluateResponse second =
        evaluate(
            EvaluateRequest.newBuilder()
                .setObjective(bco)
                .setBatch(labelled(-1, 0))
                .setState(first.getState()));

    // δ is the running mean of all rewards: 2, then (2 − 1 + 0)/3.
    assertThat(first.getState().getValuesMap()).isEqualTo(Map.of("mean", 2.0, "count", 1.0));
    assertThat(second.getState().getValuesOrThrow("mean")).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(second.getState().getValuesOrThrow("count")).isEqualTo(3);
    // Both are desirable: −log σ(r − δ), with r − δ = −4/3 and −1/3.
    assertThat(second.getLoss())
        .isCloseTo(
            (Math.log1p(Math.exp(4.0 / 3)) + Math.log1p(Math.exp(1.0 / 3))) / 2, within(1e-12));
  }

  @Test
  void addsStatisticsOfRanksUpToThoseOfTheGlobalBatch() {
    ObjectiveComposition kto = Requests.objective("kto", Map.of("beta", 1.0));
    ObjectiveBatch first = labelled(2).putChannels("kl_log_ratios", Requests.float64(1)).build();
    ObjectiveBatch second =
        labelled(-1, 0).putChannels("kl_log_ratios", Requests.float64(0.5, 0)).build();

    ObjectiveStatistics global = sum(statistics(kto, first), statistics(kto, second));
    EvaluateRequest.Builder request =
        EvaluateRequest.newBuilder().setObjective(kto).setStatistics(global);
    EvaluateResponse firstShare = evaluate(request.setBatch(first));
    EvaluateResponse secondShare = evaluate(request.setBatch(second));

    // z = (1 + 0.5 + 0)/3 = 0.5. Each loss is 1 − σ(r − z) = 1/(1 + exp(r − z)), a third of it.
    assertThat(global.getSumsMap()).containsEntry("examples", 3.0).containsEntry("kl_sum", 1.5);
    assertThat(firstShare.getLoss()).isCloseTo(1 / (1 + Math.exp(1.5)) / 3, within(1e-15));
    assertThat(secondShare.getLoss())
        .isCloseTo((1 / (1 + Math.exp(-1.5)) + 1 / (1 + Math.exp(-0.5))) / 3, within(1e-15));
    assertThat(firstShare.getMetricsOrThrow("kl")).isEqualTo(0.5);
  }

  @Test
  void learnsReliabilitiesFromTheStateThatStatisticsWereGiven() {
    // p = σ(0) = ½, so the posterior is the reliability itself: ¾ of the state, not 0.9.
    ObjectiveComposition robust = Requests.objective("re-dpo", Map.of("momentum", 1.0));
    ObjectiveBatch batch = Requests.dpoOfOnePair().getBatch();
    ObjectiveState state = ObjectiveState.newBuilder().putValues("reliability/0", 0.75).build();

    ObjectiveStatistics sums =
        objectives
            .stub()
            .computeStatistics(
                ComputeStatisticsRequest.newBuilder()
                    .setObjective(robust)
                    .setBatch(batch)
                    .setState(state)
                    .build());
    EvaluateResponse answer =
        evaluate(
            EvaluateRequest.newBuilder()
                .setObjective(robust)
                .setBatch(batch)
                .setState(state)
                .setStatistics(sums));

    assertThat(sums.getSumsOrThrow("label_weight/0")).isCloseTo(0.75, within(1e-15));
    assertThat(answer.getLoss()).isCloseTo(LOG_2, within(1e-15));
    assertThat(answer.getState().getValuesMap()).containsOnlyKeys("reliability/0");
    assertThat(answer.getState().getValuesOrThrow("reliability/0")).isCloseTo(0.75, within(1e-15));
  }

  /** Desirable completions of one token, with these rewards for β = 1. */
  private static ObjectiveBatch.Builder labelled(double... rewards) {
    ObjectiveBatch.Builder batch = ObjectiveBatch.newBuilder();
    double[] ones = new double[rewards.length];
    double[] policy = new double[rewards.length];
    double[] reference = new double[rewards.length];
    for (int i = 0; i < rewards.length; i++) {
      batch.addLengths(1);
      ones[i] = 1;
      policy[i] = -5 + rewards[i];
      reference[i] = -5;
    }
    return batch
        .putChannels("policy_logps", Requests.float64(policy))
        .putChannels("reference_logps", Requests.float64(reference))
        .putChannels("labels", Requests.float64(ones));
  }

  private static ObjectiveStatistics statistics(
      ObjectiveComposition objective, ObjectiveBatch batch) {
    return objectives
        .stub()
        .computeStatistics(
            ComputeStatisticsRequest.newBuilder().setObjective(objective).setBatch(batch).build());
  }

  /** What an all-reduce does. */
  private static ObjectiveStatistics sum(ObjectiveStatistics first, ObjectiveStatistics second) {
    ObjectiveStatistics.Builder sum = first.toBuilder();
    second
        .getSumsMap()
        .forEach((name, value) -> sum.putSums(name, sum.getSumsOrDefault(name, 0) + value));
    return sum.build();
  }

  private static EvaluateResponse evaluate(EvaluateRequest.Builder request) {
    return objectives.stub().evaluate(request.build());
  }
}
