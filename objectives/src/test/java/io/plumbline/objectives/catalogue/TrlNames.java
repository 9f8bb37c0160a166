package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.trl.CpoConfiguration;
import io.plumbline.objectives.trl.DpoConfiguration;
import io.plumbline.objectives.trl.FDivergence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Entries of the catalogue that are one of TRL's configurations, which the case files check. */
final class TrlNames {
  private TrlNames() {}

  static Map<String, Objective> byEntry() {
    Map<String, Objective> objectives = new LinkedHashMap<>();
    objectives.put("dpo", dpo("sigmoid", 0.1, 0));
    objectives.put("rso-hinge", dpo("hinge", 0.1, 0));
    objectives.put("ipo-averaged", dpo("ipo", 0.1, 0));
    objectives.put("ln-dpo", dpo("sigmoid_norm", 2, 0));
    objectives.put("rdpo", dpo("robust", 0.1, 0.1));
    objectives.put("exo", dpo("exo_pair", 0.1, 1e-3));
    objectives.put("discopop", dpo("discopop", 0.05, 0));
    objectives.put("nca", dpo("nca_pair", 0.1, 0));
    objectives.put("bco-pair", dpo("bco_pair", 0.1, 0));
    objectives.put("sppo-hard", dpo("sppo_hard", 0.001, 0));
    objectives.put("apo-zero", dpo("apo_zero", 0.1, 0));
    objectives.put("apo-down", dpo("apo_down", 0.1, 0));
    objectives.put("aot", dpo("aot", 0.1, 0));
    objectives.put("aot-unpaired", dpo("aot_unpaired", 0.1, 0));
    objectives.put("sft-chosen", dpo("sft", 0.1, 0));
    objectives.put("ld-dpo", dpo(OptionalDouble.of(0.5), FDivergence.REVERSE_KL));
    objectives.put("dpo-forward-kl", dpo(OptionalDouble.empty(), FDivergence.FORWARD_KL));
    objectives.put("dpo-js", dpo(OptionalDouble.empty(), FDivergence.JS_DIVERGENCE));
    objectives.put("dpo-alpha", dpo(OptionalDouble.empty(), FDivergence.ALPHA_DIVERGENCE));
    objectives.put("simpo", new CpoConfiguration("simpo", 2, 0, 0.5, 0).objective());
    objectives.put("alphapo", new CpoConfiguration("simpo", 2, 0, 0.5, 0.25).objective());
    objectives.put("cpo-sigmoid", new CpoConfiguration("sigmoid", 0.1, 0, 0, 0).objective());
    return objectives;
  }

  private static Objective dpo(String lossType, double beta, double labelSmoothing) {
    return new DpoConfiguration(
            List.of(lossType),
            List.of(1.0),
            beta,
            labelSmoothing,
            OptionalDouble.empty(),
            FDivergence.REVERSE_KL,
            0.5,
            DpoConfiguration.DISCOPOP_TAU,
            false)
        .objective();
  }

  private static Objective dpo(OptionalDouble lengthDesensitising, FDivergence divergence) {
    return new DpoConfiguration(
            List.of("sigmoid"),
            List.of(1.0),
            0.1,
            0,
            lengthDesensitising,
            divergence,
            0.5,
            DpoConfiguration.DISCOPOP_TAU,
            false)
        .objective();
  }
}
