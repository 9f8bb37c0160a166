package io.plumbline.statistics.leaderboard.alpacaeval;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/**
 * AlpacaEval's judgments of the baseline against verbose and concise versions of itself ({@code
 * df_gamed.csv}), which the length-controlled fit adds with a small weight.
 *
 * @param index position of each row's instruction in the prompt set
 * @param standardLengthDifference baseline minus gamed length, in standard deviations
 * @param preference the gamed version's score, in [0, 1]
 */
public record GamedBaselines(
    int[] index, double[] standardLengthDifference, double[] difficulty, double[] preference) {

  /** Reads the CSV file with its header. */
  public static GamedBaselines read(BufferedReader reader, String source) throws IOException {
    NumberTable table =
        NumberTable.read(
            reader,
            source,
            List.of("index", "std_delta_len", "instruction_difficulty", "preference"));
    return new GamedBaselines(
        InstructionDifficulty.indices(table.column(0)),
        table.column(1),
        table.column(2),
        table.column(3));
  }

  public int rows() {
    return index.length;
  }

  /** The difficulty of each instruction, by position, as the first row for it states it. */
  public InstructionDifficulty difficulties() {
    return InstructionDifficulty.of(index, difficulty);
  }
}
