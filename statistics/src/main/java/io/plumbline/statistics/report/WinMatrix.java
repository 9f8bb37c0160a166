package io.plumbline.statistics.report;

import java.util.List;

/**
 * How often each system beats each other one.
 *
 * @param rates row beats column, in [0, 1]; NaN where nothing is known
 * @param observed whether the two were compared directly; otherwise the rate is implied by their
 *     comparisons with others
 */
public record WinMatrix(List<String> labels, double[][] rates, boolean[][] observed) {}
