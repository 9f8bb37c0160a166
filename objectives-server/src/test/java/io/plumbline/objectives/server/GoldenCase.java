package io.plumbline.objectives.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.TrlCpoConfiguration;
import io.plumbline.api.v1alpha1.TrlDpoConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** One case of the golden file: what a client sends, and what TRL computed. */
record GoldenCase(JsonNode tree) {
  private static final String ODDS_RATIO = "orpo_odds_ratio";

  static List<GoldenCase> read(Path file) {
    try {
      JsonNode cases = new ObjectMapper().readTree(file.toFile()).get("cases");
      return StreamSupport.stream(cases.spliterator(), false).map(GoldenCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EvaluateRequest request() {
    ObjectiveBatch.Builder batch = ObjectiveBatch.newBuilder();
    if (!hasTokens()) {
      double[] policy = alternating("policy_chosen_logps", "policy_rejected_logps");
      DoubleStream.of(policy).forEach(score -> batch.addLengths(1));
      batch.putChannels("policy_logps", Requests.float64(policy));
      return EvaluateRequest.newBuilder().setObjective(ofScores()).setBatch(batch).build();
    }
    for (JsonNode pair : tree.get("pairs")) {
      batch.addLengths(pair.at("/chosen/policy_logps").size());
      batch.addLengths(pair.at("/rejected/policy_logps").size());
    }
    batch.putChannels("policy_logps", Requests.float64(ofPairs("pairs", "/policy_logps")));
    batch.putChannels("reference_logps", Requests.float64(ofPairs("pairs", "/reference_logps")));
    return EvaluateRequest.newBuilder().setObjective(ofTokens()).setBatch(batch).build();
  }

  /** The total, or the losses of the examples where TRL gave those. */
  double[] losses() {
    return hasTokens()
        ? new double[] {tree.get("loss").asDouble()}
        : scaled(sign(), numbers(tree.get("losses")));
  }

  /** None where TRL gave none. */
  double[] gradient() {
    if (tree.has("grad_policy_logps")) {
      return ofPairs("grad_policy_logps", "");
    }
    return tree.has("grad_chosen")
        ? scaled(sign(), alternating("grad_chosen", "grad_rejected"))
        : new double[0];
  }

  /** Allowed relative error: TRL computes some of its losses in single precision. */
  double precision() {
    return tree.get("precision").asText().contains("float32") ? 1e-6 : 1e-9;
  }

  boolean hasTokens() {
    return tree.has("pairs");
  }

  @Override
  public String toString() {
    return "%s %s beta %s".formatted(tree.get("source"), tree.get("loss_type"), tree.get("beta"));
  }

  private ObjectiveComposition ofTokens() {
    TrlDpoConfiguration.Builder arguments =
        TrlDpoConfiguration.newBuilder()
            .setBeta(tree.get("beta").asDouble())
            .setLabelSmoothing(tree.get("label_smoothing").asDouble())
            .setFDivergenceType(tree.get("f_divergence").asText());
    tree.get("loss_type").forEach(type -> arguments.addLossType(type.asText()));
    tree.get("loss_weights").forEach(weight -> arguments.addLossWeights(weight.asDouble()));
    if (tree.hasNonNull("ld_alpha")) {
      arguments.setLdAlpha(tree.get("ld_alpha").asDouble());
    }
    if (tree.hasNonNull("alpha")) {
      arguments.setFAlphaDivergenceCoef(tree.get("alpha").asDouble());
    }
    return ObjectiveComposition.newBuilder().setTrlDpo(arguments).build();
  }

  private ObjectiveComposition ofScores() {
    double beta = tree.get("beta").asDouble();
    if (isOddsRatio()) {
      return Requests.objective("orpo-odds-ratio", Map.of("beta", beta));
    }
    return ObjectiveComposition.newBuilder()
        .setTrlCpo(
            TrlCpoConfiguration.newBuilder()
                .setLossType(tree.at("/loss_type/0").asText())
                .setBeta(beta)
                .setSimpoGamma(tree.get("simpo_gamma").asDouble())
                .setAlphapoAlpha(tree.get("alphapo_alpha").asDouble()))
        .build();
  }

  private boolean isOddsRatio() {
    return tree.at("/loss_type/0").asText().equals(ODDS_RATIO);
  }

  /** TRL's odds-ratio term is subtracted, ours is added. */
  private double sign() {
    return isOddsRatio() ? -1 : 1;
  }

  private double[] ofPairs(String field, String channel) {
    List<Double> values = new ArrayList<>();
    for (JsonNode pair : tree.get(field)) {
      pair.at("/chosen" + channel).forEach(value -> values.add(value.asDouble()));
      pair.at("/rejected" + channel).forEach(value -> values.add(value.asDouble()));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] alternating(String chosen, String rejected) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < tree.get(chosen).size(); i++) {
      values.add(tree.get(chosen).get(i).asDouble());
      values.add(tree.get(rejected).get(i).asDouble());
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double[] scaled(double factor, double[] values) {
    return DoubleStream.of(values).map(value -> factor * value).toArray();
  }
}
