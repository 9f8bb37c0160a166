/**
 * Preference objectives: losses on log-probabilities and scores, with their gradients.
 *
 * <h2>How an engine calls an objective</h2>
 *
 * <p>An objective knows no tensors. The engine lays the values it has computed into flat arrays of
 * doubles, one sequence after the other, and gets one array of the same shape back for each
 * differentiable channel:
 *
 * <pre>{@code
 * BatchShape shape = BatchShape.pairs(5, 4, 7, 6); // chosen, rejected, chosen, rejected
 * Batch batch = Batch.of(shape)
 *     .with(Channel.POLICY_LOGPS, policy)          // 22 doubles
 *     .with(Channel.REFERENCE_LOGPS, reference);   // 22 doubles
 * Evaluation step = objective.evaluate(batch, state);
 * logps.backward(step.gradient(Channel.POLICY_LOGPS)); // the engine's own graph takes over here
 * state = step.state();
 * }</pre>
 *
 * <p>{@link io.plumbline.objectives.Signature} names the channels, the layout and the coupling.
 *
 * <h2>Gradient accumulation and several ranks</h2>
 *
 * <p>A mean is a mean over the global batch: all micro-batches of all ranks of one optimiser step.
 *
 * <ul>
 *   <li><b>Separable</b>: take {@link io.plumbline.objectives.Objective#statistics} of every
 *       micro-batch first (they are counts), add them up over micro-batches and ranks, and hand the
 *       sum to each {@code evaluate}. Losses and gradients of the micro-batches then add up to
 *       those of the global batch; no second forward pass.
 *   <li><b>Statistics</b>: the sums depend on detached model outputs, and some on the old state.
 *       Compute the channels of every micro-batch without a graph, reduce the statistics, then
 *       forward, {@code evaluate} and backward micro-batch by micro-batch.
 *   <li><b>Coupled</b>: compute all channels without a graph, gather them into one global batch,
 *       {@code evaluate} it once on every rank, then forward each micro-batch again with a graph
 *       and feed its slice of the gradient back.
 * </ul>
 *
 * <p>With one micro-batch on one rank all three are {@code evaluate(batch, state)}.
 *
 * <p>Where an objective detaches a function of a differentiable channel, {@link
 * io.plumbline.objectives.Objective#heldAt} gives the function whose gradient it returns.
 *
 * <p>State is a function of the old state and of the global statistics: every micro-batch of a step
 * gets the same old state and returns the same new one. Checkpoint it with the optimiser.
 */
package io.plumbline.objectives;
