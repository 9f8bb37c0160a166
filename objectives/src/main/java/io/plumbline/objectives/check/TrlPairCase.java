package io.plumbline.objectives.check;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.trl.DpoConfiguration;
import io.plumbline.objectives.trl.FDivergence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Cases made with TRL's {@code DPOTrainer._compute_loss}: token log-probabilities of pairs.
 *
 * <p>TRL takes the logarithms of EXO's ε in single precision, whatever the model computes in.
 */
final class TrlPairCase {
  private TrlPairCase() {}

  static ReferenceCase read(CaseFields fields) {
    DpoConfiguration configuration = configuration(fields);
    List<CaseFields> pairs = fields.children("pairs");
    List<double[]> policy = completions(pairs, "policy_logps");
    List<double[]> reference = completions(pairs, "reference_logps");
    BatchShape shape = BatchShape.pairs(policy.stream().mapToInt(row -> row.length).toArray());
    Batch batch =
        Batch.of(shape)
            .with(Channel.POLICY_LOGPS, joined(policy))
            .with(Channel.REFERENCE_LOGPS, joined(reference));
    if (configuration.weighted()) {
      batch = batch.with(Channel.ALIGNED_LOGPS, joined(completions(pairs, "aligned_logps")));
    }
    Map<Channel, double[]> gradients =
        fields.has("grad_policy_logps")
            ? Map.of(Channel.POLICY_LOGPS, joined(gradient(fields)))
            : Map.of();
    return new ReferenceCase(
        "%s %s".formatted(fields.text("source", "TRL"), configuration),
        configuration.objective(),
        batch,
        ObjectiveState.EMPTY,
        Map.of("loss", fields.number("loss")),
        gradients,
        fields.map("metrics"),
        Map.of(),
        Precision.named(fields.text("precision", "float64"))
            .or(
                configuration.lossTypes().contains("exo_pair")
                    ? Precision.MIXED
                    : Precision.DOUBLE));
  }

  private static DpoConfiguration configuration(CaseFields fields) {
    List<String> lossTypes = fields.texts("loss_type");
    List<Double> lossWeights =
        fields.has("loss_weights")
            ? DoubleStream.of(fields.numbers("loss_weights")).boxed().toList()
            : Collections.nCopies(lossTypes.size(), 1.0);
    return new DpoConfiguration(
        lossTypes,
        lossWeights,
        fields.number("beta"),
        fields.optional("label_smoothing").orElse(0),
        fields.optional("ld_alpha"),
        FDivergence.named(fields.text("f_divergence", "reverse_kl")),
        fields.optional("alpha").orElse(0.5),
        fields.optional("discopop_tau").orElse(DpoConfiguration.DISCOPOP_TAU),
        fields.text("use_weighting", "false").equals("true"));
  }

  private static List<double[]> completions(List<CaseFields> pairs, String channel) {
    List<double[]> completions = new ArrayList<>();
    for (CaseFields pair : pairs) {
      completions.add(pair.child("chosen").numbers(channel));
      completions.add(pair.child("rejected").numbers(channel));
    }
    return completions;
  }

  private static List<double[]> gradient(CaseFields fields) {
    List<double[]> gradient = new ArrayList<>();
    for (CaseFields pair : fields.children("grad_policy_logps")) {
      gradient.add(pair.numbers("chosen"));
      gradient.add(pair.numbers("rejected"));
    }
    return gradient;
  }

  private static double[] joined(List<double[]> rows) {
    return rows.stream().flatMapToDouble(DoubleStream::of).toArray();
  }
}
