package io.plumbline.reward.head;

import java.util.UUID;

/** A training that this process works on. */
record ClaimedTraining(UUID id, HeadTrainingSpec spec) {}
