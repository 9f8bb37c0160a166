package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.interval.Interval;
import java.util.List;
import java.util.Map;

/**
 * A model's row of the AlpacaEval leaderboard; rates, errors and intervals in percent points.
 *
 * @param standardError of the win rate; NaN with fewer than two instructions
 * @param discreteWinRate with every judgment rounded to a win, a draw or a loss
 * @param lengthControlledWinRate NaN where it cannot be fitted; {@code notes} say why
 * @param winRateInterval null in parity mode
 * @param lengthControlledInterval null in parity mode, or where it cannot be fitted
 * @param total judgments that count
 * @param excluded judgments that do not count: no preference, no output, or another baseline
 * @param duplicates repeated rows that were dropped
 * @param averageLength mean characters of the model's outputs, rounded down
 * @param nullJudges the model's win rate by each null judge, on the same pairs
 * @param notes what the reader must know about this row
 */
public record AlpacaEvalEntry(
    String model,
    double winRate,
    double standardError,
    double discreteWinRate,
    double lengthControlledWinRate,
    double lengthControlledStandardError,
    Interval winRateInterval,
    Interval lengthControlledInterval,
    int total,
    int excluded,
    int duplicates,
    int averageLength,
    Map<NullJudge, Double> nullJudges,
    List<String> notes) {}
