package io.plumbline.reward.head;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What beside its weights decides a head's rewards, and where it came from; part of its digest.
 *
 * @param input what is read: {@code completion}, or {@code embedding} where those are posted
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
