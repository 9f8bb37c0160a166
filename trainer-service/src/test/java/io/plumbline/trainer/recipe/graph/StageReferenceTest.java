package io.plumbline.trainer.recipe.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageReferenceTest {

  @Test
  void replacesAStageByWhatItMade() {
    assertThat(StageReference.resolve("stage:tune", name -> "file:/" + name))
        .isEqualTo("file:/tune");
    assertThat(StageReference.resolve("reward:stage:head", name -> name + "@3"))
        .isEqualTo("reward:head@3");
  }

  @Test
  void leavesOtherModelsAlone() {
    for (String model :
        new String[] {"stories15M", "file:/m", "reward:relevance", "chat:stage:x"}) {
      assertThat(StageReference.resolve(model, name -> "wrong")).isEqualTo(model);
    }
  }
}
