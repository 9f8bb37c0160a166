package io.plumbline.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptCriteriaTest {

  @Test
  void choosesGoodPromptsOfGoodClusters() {
    PromptCriteria criteria =
        PromptCriteria.of(
            List.of(
                new PromptCriteria.Prompt("p", "code", "[1, 2, 3, 4, 6, 7]"),
                new PromptCriteria.Prompt(
                    "q", "code", "It meets [1, 2, 3, 4] of them: [1, 2, 3, 4]"),
                new PromptCriteria.Prompt("r", "chat", "[1, 2, 3, 4, 5, 6, 7]"),
                new PromptCriteria.Prompt("s", "chat", "[5]"),
                new PromptCriteria.Prompt("t", "chat", "[1] or [2]"),
                new PromptCriteria.Prompt("u", "chat", "none, [8]")),
            6,
            5);

    // Clusters: (6 + 4) / 2 and (7 + 1) / 2.
    assertThat(criteria.clusterMeans()).containsEntry("code", 5.0).containsEntry("chat", 4.0);
    assertThat(criteria.chosen()).containsExactly("p");
    assertThat(criteria.unreadable()).containsExactly("t", "u");
    assertThat(criteria.scores()).containsEntry("r", 7).doesNotContainKey("t");
    // Creativity: r and s of four readable prompts.
    assertThat(criteria.shares().get("creativity")).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void refusesNoPrompt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptCriteria.of(List.of(), 6, 5))
        .withMessageContaining("there is no prompt");
  }
}
