package io.plumbline.objectives.label;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Range;
import io.plumbline.objectives.Statistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How reliable each annotator's labels are thought to be, and how that is learned: η_k starts at
 * {@code initial} and moves towards the mean posterior of its labels in each step's global batch, η
 * ← (1 − α) η + α · mean w (RE-PO, METHODS 208, arXiv:2509.24159, M-step with moving average).
 *
 * <p>State: {@code reliability/k} for each annotator seen so far. An annotator without a label in a
 * batch keeps its value.
 *
 * @param annotators K ≥ 1; with one, every label is its own and no channel is read, with more,
 *     {@code annotators} holds a whole number from 0 to K − 1 for each pair
 * @param initial η before the first step, in [½, 1]
 * @param momentum α in [0, 1]; 0 keeps every η
 */
record Reliabilities(int annotators, double initial, double momentum) {
  static final Channel ANNOTATORS = new Channel("annotators", Level.EXAMPLE, Range.NON_NEGATIVE);

  private static final String STATE = "reliability/";
  private static final String WEIGHTS = "label_weight/";
  private static final String LABELS = "labels_of/";

  Reliabilities {
    if (annotators < 1) {
      throw new IllegalArgumentException("annotators: %d is below 1".formatted(annotators));
    }
    if (!(initial >= 0.5 && initial <= 1)) {
      throw new IllegalArgumentException("reliability: %s is outside [0.5, 1]".formatted(initial));
    }
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum: %s is outside [0, 1]".formatted(momentum));
    }
  }

  Set<Channel> constants() {
    return annotators == 1 ? Set.of() : Set.of(ANNOTATORS);
  }

  /** Who labelled pair {@code example}. Throws when the batch names no annotator of these. */
  int annotator(Batch batch, int example) {
    if (annotators == 1) {
      return 0;
    }
    double value = batch.values(ANNOTATORS)[example];
    if (value != Math.rint(value) || value >= annotators) {
      throw new InvalidBatchException(
          "annotators: example %d holds %s; number annotators from 0 to %d"
              .formatted(example, value, annotators - 1));
    }
    return (int) value;
  }

  double of(int annotator, ObjectiveState state) {
    return state.get(STATE + annotator, initial);
  }

  /** Adds each annotator's sum of posteriors and count of labels. */
  Statistics statistics(Batch batch, double[] posteriors) {
    double[] sums = new double[annotators];
    double[] counts = new double[annotators];
    for (int i = 0; i < posteriors.length; i++) {
      int annotator = annotator(batch, i);
      sums[annotator] += posteriors[i];
      counts[annotator]++;
    }
    Map<String, Double> named = new HashMap<>(Statistics.examples(batch).sums());
    for (int k = 0; k < annotators; k++) {
      // Those without a label here too, so that every rank reduces the same names.
      named.put(WEIGHTS + k, sums[k]);
      named.put(LABELS + k, counts[k]);
    }
    return new Statistics(named);
  }

  ObjectiveState next(Statistics global, ObjectiveState state) {
    Map<String, Double> next = new HashMap<>(state.values());
    for (int k = 0; k < annotators; k++) {
      double labels = global.sum(LABELS + k);
      if (labels > 0) {
        double mean = global.sum(WEIGHTS + k) / labels;
        next.put(STATE + k, (1 - momentum) * of(k, state) + momentum * mean);
      }
    }
    return new ObjectiveState(next);
  }
}
