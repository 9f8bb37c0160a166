package io.plumbline.cli.reward;

import java.util.Map;

/**
 * A row that {@code reward score} prints.
 *
 * @param reward null where there is none; {@code reason} says why
 */
record ScoredCompletion(String id, Double reward, Map<String, Double> components, String reason) {}
