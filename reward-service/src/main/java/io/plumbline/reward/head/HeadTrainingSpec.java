package io.plumbline.reward.head;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What head to train on what.
 *
 * @param name under which it is published
 * @param encoder name of the encoder; of posted embeddings, what made them
 * @param ridge penalty on the weights per pair, positive
 * @param heldOutShare of the prompts, in [0, 0.5]
 * @param labelSmoothing in [0, 0.5), of {@link HeadLoss#BRADLEY_TERRY} only
 * @param postedDimensions the length of the embeddings that were posted in the place of texts; 0
 *     where texts are given
 */
@RegisterForReflection
public record HeadTrainingSpec(
    String name,
    String encoder,
    List<TrainingPair> pairs,
    double ridge,
    double heldOutShare,
    long seed,
    HeadLoss loss,
    double labelSmoothing,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int postedDimensions) {
  public static final double DEFAULT_RIDGE = 1e-2;
  private static final int FEWEST_PAIRS = 8;
  private static final int MOST_PAIRS = 20_000;

  public HeadTrainingSpec {
    pairs = List.copyOf(pairs);
    ModelName.require("spec.name", name);
    if (pairs.size() < FEWEST_PAIRS || pairs.size() > MOST_PAIRS) {
      throw new InvalidFieldException(
          "spec.pairs",
          "has %d pairs: give %d to %d".formatted(pairs.size(), FEWEST_PAIRS, MOST_PAIRS));
    }
    for (int number = 0; number < pairs.size(); number++) {
      String field = "spec.pairs[" + number + "]";
      requireSides(field, pairs.get(number), postedDimensions > 0);
      requireSound(field, pairs.get(number), loss);
    }
    if (!(ridge > 0) || Double.isInfinite(ridge)) {
      throw new InvalidFieldException(
          "spec.ridge", "is " + ridge + ": give a positive number, or 0 for " + DEFAULT_RIDGE);
    }
    if (!(heldOutShare >= 0 && heldOutShare <= 0.5)) {
      throw new InvalidFieldException(
          "spec.held_out_share", "is " + heldOutShare + ": give a share in [0, 0.5]");
    }
    if (!(labelSmoothing >= 0 && labelSmoothing < 0.5)) {
      throw new InvalidFieldException(
          "spec.label_smoothing", "is " + labelSmoothing + ": give a number in [0, 0.5)");
    }
    if (labelSmoothing > 0 && loss != HeadLoss.BRADLEY_TERRY) {
      throw new InvalidFieldException(
          "spec.label_smoothing", "is read by the Bradley-Terry loss only: leave it 0");
    }
  }

  /** The same, for the service's own encoder where none is named. */
  HeadTrainingSpec withEncoder(String name) {
    return new HeadTrainingSpec(
        this.name, name, pairs, ridge, heldOutShare, seed, loss, labelSmoothing, postedDimensions);
  }

  /** Whether embeddings were posted in the place of texts. */
  boolean isPosted() {
    return postedDimensions > 0;
  }

  private static void requireSides(String field, TrainingPair pair, boolean posted) {
    requireSide(field + ".chosen", pair.chosen(), posted);
    requireSide(field + ".rejected", pair.rejected(), posted);
  }

  private static void requireSide(String field, String text, boolean posted) {
    if (posted && !text.isEmpty()) {
      throw new InvalidFieldException(
          field, "has a text beside a posted embedding: give one of them");
    }
    if (!posted && text.isBlank()) {
      throw new InvalidFieldException(field, "has no text: give a text, or drop the pair");
    }
  }

  private static void requireSound(String field, TrainingPair pair, HeadLoss loss) {
    if (!(pair.probability() > 0 && pair.probability() <= 1)) {
      throw new InvalidFieldException(
          field + ".probability", "is " + pair.probability() + ": give a number in (0, 1]");
    }
    Double margin = pair.margin();
    if (margin == null && loss.readsMargin()) {
      throw new InvalidFieldException(
          field + ".margin", "is absent, which this loss reads: give it, or use Bradley-Terry");
    }
    if (margin != null && !(margin >= 0 && Double.isFinite(margin))) {
      throw new InvalidFieldException(
          field + ".margin", "is " + margin + ": give a finite number of at least 0");
    }
  }
}
