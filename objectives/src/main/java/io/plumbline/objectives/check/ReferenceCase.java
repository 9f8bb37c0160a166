package io.plumbline.objectives.check;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import java.util.Map;

/**
 * One evaluation whose outcome was computed elsewhere.
 *
 * @param name what it checks
 * @param objective what is evaluated
 * @param batch its input
 * @param state the state it starts from
 * @param losses expected values by name: {@code loss}, {@code losses[i]}
 * @param gradients expected gradients; channels that are absent are not checked
 * @param metrics expected metrics; names that are absent are not checked
 * @param nextState expected state values after the step; names that are absent are not checked
 * @param precision how exact the expected numbers are
 */
public record ReferenceCase(
    String name,
    Objective objective,
    Batch batch,
    ObjectiveState state,
    Map<String, Double> losses,
    Map<Channel, double[]> gradients,
    Map<String, Double> metrics,
    Map<String, Double> nextState,
    Precision precision) {}
