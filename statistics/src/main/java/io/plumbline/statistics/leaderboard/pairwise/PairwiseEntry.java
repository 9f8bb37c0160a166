package io.plumbline.statistics.leaderboard.pairwise;

import java.util.List;

/**
 * A model's row of a leaderboard of battles.
 *
 * @param rating on the scale on which 400 points are odds of ten to one
 * @param lower lower end of the rating's interval
 * @param upper upper end of the rating's interval
 * @param winRate share of points in the model's own battles, in percent, a tie counting half
 * @param battles number of the model's battles
 * @param notes what the reader must know about this row
 */
public record PairwiseEntry(
    String model,
    double rating,
    double lower,
    double upper,
    double winRate,
    int battles,
    List<String> notes) {}
