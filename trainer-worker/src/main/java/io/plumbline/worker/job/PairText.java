package io.plumbline.worker.job;

import java.util.OptionalDouble;

/**
 * A prompt with a preferred and a dispreferred completion.
 *
 * @param id names the row in errors
 * @param margin reward of chosen minus reward of rejected, where it is known
 */
public record PairText(
    String id, String prompt, String chosen, String rejected, OptionalDouble margin) {}
