package io.plumbline.objectives.composition;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Σ weight · objective over one batch: losses, gradients and states of all terms; of metrics with
 * one name the first term's is kept.
 *
 * @param terms at least one, all of one layout
 */
public record WeightedSum(List<Term> terms) implements Objective {
  /** One summand; {@code weight} is finite and may be zero. */
  public record Term(double weight, Objective objective) {
    public Term {
      requireNonNull(objective, "objective is null");
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("loss_weights: %s is not finite".formatted(weight));
      }
    }
  }

  public WeightedSum {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("terms: none given; name at least one objective");
    }
    Layout layout = terms.get(0).objective().signature().layout();
    for (Term term : terms) {
      Layout other = term.objective().signature().layout();
      if (other != layout) {
        throw new IllegalArgumentException(
            "terms: one reads %s and another %s; add up objectives of one layout"
                .formatted(layout, other));
      }
    }
  }

  /** {@code first + weight · second}. */
  public static WeightedSum of(Objective first, double weight, Objective second) {
    return new WeightedSum(List.of(new Term(1, first), new Term(weight, second)));
  }

  @Override
  public Objective heldAt(Batch batch) {
    return new WeightedSum(
        terms.stream()
            .map(term -> new Term(term.weight(), term.objective().heldAt(batch)))
            .toList());
  }

  @Override
  public Signature signature() {
    Set<Channel> differentiable = new HashSet<>();
    Set<Channel> constants = new HashSet<>();
    Coupling coupling = Coupling.SEPARABLE;
    for (Term term : terms) {
      Signature signature = term.objective().signature();
      differentiable.addAll(signature.differentiable());
      constants.addAll(signature.constants());
      if (signature.coupling().compareTo(coupling) > 0) {
        coupling = signature.coupling();
      }
    }
    constants.removeAll(differentiable);
    Layout layout = terms.get(0).objective().signature().layout();
    return new Signature(layout, differentiable, constants, coupling);
  }

  @Override
  public Statistics statistics(Batch batch) {
    return statistics(batch, ObjectiveState.EMPTY);
  }

  @Override
  public Statistics statistics(Batch batch, ObjectiveState state) {
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      String prefix = prefix(i);
      ObjectiveState own = new ObjectiveState(stripped(state.values(), prefix));
      terms
          .get(i)
          .objective()
          .statistics(batch, own)
          .sums()
          .forEach((k, v) -> sums.put(prefix + k, v));
    }
    return new Statistics(sums).with(Statistics.EXAMPLES, batch.shape().examples());
  }

  @Override
  public Evaluation evaluate(Batch batch, Statistics global, ObjectiveState state) {
    double loss = 0;
    double[] losses = new double[batch.shape().examples()];
    Map<Channel, double[]> gradients = new HashMap<>();
    Map<String, Double> values = new HashMap<>();
    Metrics metrics = Metrics.NONE;
    for (int i = 0; i < terms.size(); i++) {
      String prefix = prefix(i);
      double weight = terms.get(i).weight();
      Evaluation term =
          terms
              .get(i)
              .objective()
              .evaluate(
                  batch,
                  new Statistics(stripped(global.sums(), prefix)),
                  new ObjectiveState(stripped(state.values(), prefix)));
      loss += weight * term.loss();
      add(weight, term.losses(), losses);
      term.gradients()
          .forEach(
              (channel, gradient) ->
                  add(
                      weight,
                      gradient,
                      gradients.computeIfAbsent(channel, c -> new double[gradient.length])));
      term.state().values().forEach((name, value) -> values.put(prefix + name, value));
      metrics = metrics.orElse(term.metrics());
    }
    return new Evaluation(loss, losses, gradients, new ObjectiveState(values), metrics);
  }

  private static String prefix(int term) {
    return "term" + term + ".";
  }

  private static Map<String, Double> stripped(Map<String, Double> values, String prefix) {
    Map<String, Double> stripped = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            stripped.put(name.substring(prefix.length()), value);
          }
        });
    return stripped;
  }

  private static void add(double weight, double[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] += weight * from[i];
    }
  }
}
