package io.plumbline.statistics.leaderboard.alpacaeval;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How hard each instruction of a prompt set is, by its position there, in log-odds.
 *
 * @param byPosition one value per instruction
 */
public record InstructionDifficulty(double[] byPosition) {

  /** Reads AlpacaEval's {@code instruction_difficulty.csv}. */
  public static InstructionDifficulty read(BufferedReader reader, String source)
      throws IOException {
    NumberTable table =
        NumberTable.read(reader, source, List.of("index", "instruction_difficulty"));
    return of(indices(table.column(0)), table.column(1));
  }

  static int[] indices(double[] column) {
    return Arrays.stream(column).mapToInt(value -> (int) value).toArray();
  }

  static InstructionDifficulty of(int[] index, double[] difficulty) {
    int size = Arrays.stream(index).max().orElse(-1) + 1;
    double[] byPosition = new double[size];
    Arrays.fill(byPosition, Double.NaN);
    for (int row = 0; row < index.length; row++) {
      if (Double.isNaN(byPosition[index[row]])) {
        byPosition[index[row]] = difficulty[row];
      }
    }
    return new InstructionDifficulty(byPosition);
  }

  public int size() {
    return byPosition.length;
  }
}
