package io.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.Stage;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRecipeTest {
  private static final String PRINCIPLE = "a story about a dog";

  @Test
  void keepsTheHeldOutOpeningsOutOfTraining() {
    var shared = new HashSet<>(Openings.TRAINING);
    shared.retainAll(Openings.HELD_OUT);

    assertThat(shared).isEmpty();
  }

  @Test
  void drawsEveryHeldOutSetUnderASeedOfItsOwn() {
    RecipeSpec spec = new DemoRecipe(PRINCIPLE, DemoSize.QUICK, false, 7).spec();

    List<Long> seeds =
        spec.getStagesList().stream()
            .filter(Stage::hasSample)
            .map(stage -> stage.getSample().getSampling().getSeed())
            .toList();
    assertThat(seeds).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void asksTheChatModelOnlyWhenThereIsOne() {
    assertThat(judges(false)).containsExactly("relevance", "head");
    assertThat(judges(true)).containsExactly("relevance", "head", "chat");
  }

  @Test
  void refusesABlankPrinciple() {
    assertThatThrownBy(() -> new DemoRecipe("  ", DemoSize.QUICK, false, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("principle");
  }

  private static List<String> judges(boolean chat) {
    return new DemoRecipe(PRINCIPLE, DemoSize.QUICK, chat, 1)
        .spec().getStagesList().stream()
            .filter(stage -> stage.getName().equals(DemoRecipe.TUNED_AGAINST_BASE))
            .flatMap(stage -> stage.getEvaluate().getJudgesList().stream())
            .map(JudgeSpec::getName)
            .toList();
  }
}
