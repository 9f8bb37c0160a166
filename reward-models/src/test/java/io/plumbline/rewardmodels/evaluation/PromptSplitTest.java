package io.plumbline.rewardmodels.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptSplitTest {
  private static final List<Integer> ROWS = IntStream.range(0, 100).boxed().toList();

  @Test
  void keepsEveryPromptOnOneSide() {
    // 25 prompts of 4 rows; 20 % of the prompts are 5, hence 20 rows
    PromptSplit<Integer> split = PromptSplit.of(ROWS, row -> "p" + row / 4, 0.2, 3);

    assertThat(split.heldOut()).hasSize(20);
    assertThat(split.training()).hasSize(80);
    assertThat(prompts(split.heldOut()))
        .hasSize(5)
        .doesNotContainAnyElementsOf(prompts(split.training()));
  }

  @Test
  void drawsTheSameSplitFromTheSameSeed() {
    assertThat(PromptSplit.of(ROWS, row -> "p" + row, 0.5, 11))
        .isEqualTo(PromptSplit.of(ROWS, row -> "p" + row, 0.5, 11))
        .isNotEqualTo(PromptSplit.of(ROWS, row -> "p" + row, 0.5, 12));
  }

  @Test
  void holdsNothingOutAtShareZero() {
    assertThat(PromptSplit.of(ROWS, row -> "p" + row, 0, 1).heldOut()).isEmpty();
  }

  private static List<Integer> prompts(List<Integer> rows) {
    return new ArrayList<>(rows.stream().map(row -> row / 4).collect(Collectors.toSet()));
  }
}
