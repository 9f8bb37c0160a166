package io.plumbline.objectives.trl;

import io.plumbline.objectives.divergence.AlphaDivergence;
import io.plumbline.objectives.divergence.ForwardKl;
import io.plumbline.objectives.divergence.JensenShannon;
import io.plumbline.objectives.divergence.ReverseKl;
import io.plumbline.objectives.divergence.ScoreTransform;
import java.util.Arrays;
import java.util.Locale;

/** The divergences that TRL's {@code f_divergence_type} names. */
public enum FDivergence {
  REVERSE_KL,
  FORWARD_KL,
  JS_DIVERGENCE,
  ALPHA_DIVERGENCE;

  /** Reads TRL's lower-case name. */
  public static FDivergence named(String name) {
    return Arrays.stream(values())
        .filter(divergence -> divergence.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "f_divergence: '%s' is none of reverse_kl, forward_kl, js_divergence, alpha_divergence"
                        .formatted(name)));
  }

  /** The score transform; {@code alpha} counts for the α-divergence only. */
  public ScoreTransform transform(double alpha) {
    return switch (this) {
      case REVERSE_KL -> new ReverseKl();
      case FORWARD_KL -> new ForwardKl();
      case JS_DIVERGENCE -> new JensenShannon();
      case ALPHA_DIVERGENCE -> new AlphaDivergence(alpha);
    };
  }
}
