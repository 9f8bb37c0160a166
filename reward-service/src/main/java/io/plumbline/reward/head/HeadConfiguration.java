package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What beside its weights decides a head's rewards, and where it came from; part of its digest.
 *
 * @param input which text is embedded: {@code completion}
 */
@RegisterForReflection
record HeadConfiguration(
    String kind,
    String encoder,
    String encoderDigest,
    String input,
    double ridge,
    long seed,
    HeadLoss loss,
    double labelSmoothing) {}
