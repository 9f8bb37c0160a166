package io.plumbline.blackbox.judge;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.blackbox.door.Texts;

/** Comparisons that the stub endpoint decides, and the judges that decide them. */
final class Comparisons {
  static final JudgeSpec CHAT =
      JudgeSpec.newBuilder().setName("chat").setModel("chat:default").build();
  static final JudgeSpec REWARD =
      JudgeSpec.newBuilder()
          .setName("reward")
          .setModel("reward:relevance")
          .setPrinciple("a good answer")
          .build();

  private Comparisons() {}

  /**
   * @param goodFirst whether A is the good one
   */
  static Comparison of(String id, boolean goodFirst) {
    return Comparison.newBuilder()
        .setId(id)
        .setPrompt(Texts.prompt("prompt of " + id, "Tell me, " + id))
        .setA(Texts.completion("a", goodFirst ? "the GOOD answer" : "the BAD answer"))
        .setB(Texts.completion("b", goodFirst ? "a BAD one" : "a GOOD one"))
        .build();
  }
}
