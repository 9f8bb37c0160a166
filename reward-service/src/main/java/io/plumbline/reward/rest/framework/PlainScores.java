package io.plumbline.reward.rest.framework;

import java.util.List;

/** One number per text, and the model that gave them. */
record PlainScores(String model, List<Double> values) {}
