package io.plumbline.worker.training;

import io.plumbline.worker.text.TokenizedCompletion;
import java.util.OptionalDouble;

/**
 * A prompt with a preferred and a dispreferred completion.
 *
 * @param margin reward of chosen minus reward of rejected, where it is known
 */
public record PreferenceExample(
    TokenizedCompletion chosen, TokenizedCompletion rejected, OptionalDouble margin) {}
