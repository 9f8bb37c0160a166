package io.plumbline.objectives.server.wire;

import io.plumbline.api.v1alpha1.TrlCpoConfiguration;
import io.plumbline.api.v1alpha1.TrlDpoConfiguration;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.trl.CpoConfiguration;
import io.plumbline.objectives.trl.DpoConfiguration;
import io.plumbline.objectives.trl.FDivergence;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Objectives given as the arguments of TRL's trainers. */
final class TrlObjectives {
  private static final double DEFAULT_ALPHA = 0.5;

  private TrlObjectives() {}

  static Objective dpo(TrlDpoConfiguration message, String field, int mostTerms) {
    int types = message.getLossTypeCount();
    if (types == 0 || types > mostTerms) {
      throw new InvalidFieldException(
          field + ".loss_type", "%d given; name 1 to %d".formatted(types, mostTerms));
    }
    List<Double> weights =
        message.getLossWeightsCount() == 0
            ? Collections.nCopies(types, 1.0)
            : message.getLossWeightsList();
    return refused(
        field,
        () ->
            new DpoConfiguration(
                    message.getLossTypeList(),
                    weights,
                    message.getBeta(),
                    message.getLabelSmoothing(),
                    message.hasLdAlpha()
                        ? OptionalDouble.of(message.getLdAlpha())
                        : OptionalDouble.empty(),
                    message.getFDivergenceType().isEmpty()
                        ? FDivergence.REVERSE_KL
                        : FDivergence.named(message.getFDivergenceType()),
                    message.hasFAlphaDivergenceCoef()
                        ? message.getFAlphaDivergenceCoef()
                        : DEFAULT_ALPHA,
                    message.hasDiscopopTau()
                        ? message.getDiscopopTau()
                        : DpoConfiguration.DISCOPOP_TAU,
                    message.getUseWeighting())
                .objective());
  }

  static Objective cpo(TrlCpoConfiguration message, String field) {
    return refused(
        field,
        () ->
            new CpoConfiguration(
                    message.getLossType(),
                    message.getBeta(),
                    message.getLabelSmoothing(),
                    message.getSimpoGamma(),
                    message.getAlphapoAlpha())
                .objective());
  }

  private static Objective refused(String field, Supplier<Objective> objective) {
    try {
      return objective.get();
    } catch (IllegalArgumentException e) {
      NamedRefusal refusal = NamedRefusal.of(e);
      throw new InvalidFieldException(
          refusal.name().isEmpty() ? field : field + "." + refusal.name(), refusal.remedy());
    }
  }
}
