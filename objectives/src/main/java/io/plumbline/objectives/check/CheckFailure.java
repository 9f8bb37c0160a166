package io.plumbline.objectives.check;

/**
 * One number that was not met.
 *
 * @param index zero-based position of the case in its file
 * @param name what the case checks
 * @param field which number, or {@code case} when it could not be evaluated at all
 * @param expected reference value, NaN for a case that could not be evaluated
 * @param actual our value, NaN for a case that could not be evaluated
 * @param message what happened, in words
 */
public record CheckFailure(
    int index, String name, String field, double expected, double actual, String message) {}
