package io.plumbline.objectives.server.wire;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.ComputeStatisticsRequest;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ObjectiveStatistics;
import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.Statistics;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Evaluates requests: builds objective and batch, evaluates, and makes the answer. */
public final class ObjectiveEvaluator {
  private static final String STATE = "state.values.";
  private static final String STATISTICS = "statistics";

  private final ObjectiveReader objectives;

  public ObjectiveEvaluator(ObjectiveReader objectives) {
    this.objectives = requireNonNull(objectives, "objectives is null");
  }

  /**
   * Loss, gradients, new state and metrics.
   *
   * @throws InvalidFieldException when a field does not hold what it should
   */
  public EvaluateResponse evaluate(EvaluateRequest request) {
    Objective objective = objectives.read(request.getObjective());
    Signature signature = objective.signature();
    Batch batch = BatchReader.read(request.getBatch(), signature);
    ObjectiveState state = new ObjectiveState(finite(request.getState().getValuesMap(), STATE));
    Evaluation evaluation =
        refused(
            signature,
            () -> {
              Statistics global =
                  request.hasStatistics()
                      ? global(request.getStatistics(), signature, batch)
                      : objective.statistics(batch, state);
              return objective.evaluate(batch, global, state);
            });
    return EvaluationMessages.of(evaluation, request.getBatch());
  }

  /**
   * The detached sums of one micro-batch.
   *
   * @throws InvalidFieldException when a field does not hold what it should
   */
  public ObjectiveStatistics statistics(ComputeStatisticsRequest request) {
    Objective objective = objectives.read(request.getObjective());
    Signature signature = objective.signature();
    Batch batch = BatchReader.read(request.getBatch(), signature);
    ObjectiveState state = new ObjectiveState(finite(request.getState().getValuesMap(), STATE));
    Statistics statistics = refused(signature, () -> objective.statistics(batch, state));
    return ObjectiveStatistics.newBuilder().putAllSums(statistics.sums()).build();
  }

  private static Statistics global(ObjectiveStatistics message, Signature signature, Batch batch) {
    Statistics global = new Statistics(finite(message.getSumsMap(), STATISTICS + ".sums."));
    int here = batch.shape().examples();
    if (!(global.examples() >= here)) {
      throw new InvalidFieldException(
          STATISTICS + ".sums." + Statistics.EXAMPLES,
          "%s, but the batch alone has %d; add those of all micro-batches up"
              .formatted(global.examples(), here));
    }
    if (signature.coupling() == Coupling.COUPLED && global.examples() != here) {
      throw new InvalidFieldException(
          BatchReader.FIELD,
          "%d of %s examples, and the objective is coupled; send the whole global batch"
              .formatted(here, global.examples()));
    }
    return global;
  }

  private static Map<String, Double> finite(Map<String, Double> values, String field) {
    values.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new InvalidFieldException(
                field + name, value + " is not finite; hand on what the service returned");
          }
        });
    return values;
  }

  /** What the objectives refuse, under the name of the request's field. */
  private static <T> T refused(Signature signature, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      NamedRefusal refusal = NamedRefusal.of(e);
      throw new InvalidFieldException(field(signature, refusal.name()), refusal.remedy());
    }
  }

  private static String field(Signature signature, String name) {
    if (name.equals(STATISTICS)) {
      return STATISTICS;
    }
    boolean channel =
        Stream.concat(signature.differentiable().stream(), signature.constants().stream())
            .map(Channel::name)
            .anyMatch(name::equals);
    return channel ? BatchReader.CHANNELS + name : BatchReader.FIELD;
  }
}
