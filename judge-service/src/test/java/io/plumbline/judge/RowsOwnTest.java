package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeTemplate;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a comparison brings of its own reaches the model. */
@QuarkusTest
class RowsOwnTest extends JudgeServiceTestBase {
  // The form of MT-bench's template pair-v2-multi-turn, in words of ours.
  private static final JudgeTemplate MULTI_TURN =
      JudgeTemplate.newBuilder()
          .setSystem("Reply with one letter.")
          .setUser(
              "A\nuser: {question_1}\nA: {answer_a_1}\nuser: {question_2}\nA: {answer_a_2}\n"
                  + "B\nuser: {question_1}\nB: {answer_b_1}\nuser: {question_2}\nB: {answer_b_2}")
          .setReader("letter")
          .build();

  @Test
  void fillsATemplateOfTwoTurnsFromThePromptsTurns() throws Exception {
    Comparison.Builder turns = comparison("turns", "a BAD one", "a GOOD one").toBuilder();
    turns
        .getPromptBuilder()
        .clearMessages()
        .addMessages(turn(Role.ROLE_USER, "first question"))
        .addMessages(turn(Role.ROLE_ASSISTANT, "first answer"))
        .addMessages(turn(Role.ROLE_USER, "second question"));

    Verdict verdict =
        compare(
            JudgeSpec.newBuilder().setModel("chat:default").setTemplate(MULTI_TURN).build(),
            turns.build());

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_B);
    // Either order may have arrived last.
    assertThat(lastQuestion().replace("GOOD", "x").replace("BAD", "x"))
        .isEqualTo(
            "A\nuser: first question\nA: first answer\nuser: second question\nA: a x one\n"
                + "B\nuser: first question\nB: first answer\nuser: second question\nB: a x one");
  }

  // Each answer has a first turn of its own, as MT-bench's have.
  @Test
  void fillsATemplateOfTwoTurnsFromTheAnswersTurns() throws Exception {
    Comparison turns =
        comparison("own turns", "", "").toBuilder()
            .setA(Completion.newBuilder().setModel("one"))
            .setB(Completion.newBuilder().setModel("other"))
            .addATurns(turn(Role.ROLE_ASSISTANT, "x"))
            .addATurns(turn(Role.ROLE_USER, "second question"))
            .addATurns(turn(Role.ROLE_ASSISTANT, "GOOD"))
            .addBTurns(turn(Role.ROLE_ASSISTANT, "y"))
            .addBTurns(turn(Role.ROLE_USER, "second question"))
            .addBTurns(turn(Role.ROLE_ASSISTANT, "BAD"))
            .build();

    Verdict verdict =
        compare(
            JudgeSpec.newBuilder().setModel("chat:default").setTemplate(MULTI_TURN).build(), turns);

    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    String forward =
        "A\nuser: Tell me, own turns\nA: x\nuser: second question\nA: GOOD\n"
            + "B\nuser: Tell me, own turns\nB: y\nuser: second question\nB: BAD";
    String reverse =
        "A\nuser: Tell me, own turns\nA: y\nuser: second question\nA: BAD\n"
            + "B\nuser: Tell me, own turns\nB: x\nuser: second question\nB: GOOD";
    assertThat(lastQuestion()).isIn(forward, reverse);
    assertThatThrownBy(
            () ->
                compare(
                    JudgeSpec.newBuilder().setModel("chat:default").build(),
                    turns.toBuilder().setA(comparison("1", "text", "").getA()).build()))
        .hasMessageContaining("comparison.a_turns: must be empty where comparison.a.parts");
  }

  @Test
  void namesTheSpeakersOfAPromptWithRoles() throws Exception {
    Comparison.Builder turns = comparison("roles", "a GOOD one", "a BAD one").toBuilder();
    turns
        .getPromptBuilder()
        .clearMessages()
        .addMessages(turn(Role.ROLE_SYSTEM, "Be brief."))
        .addMessages(turn(Role.ROLE_DEVELOPER, "No lists."))
        .addMessages(turn(Role.ROLE_USER, "Why?"));

    compare(JudgeSpec.newBuilder().setModel("chat:default").build(), turns.build());

    assertThat(lastQuestion()).contains("system: Be brief.\n\ndeveloper: No lists.\n\nuser: Why?");
  }

  @Test
  void judgesByTheComparisonsPrincipleBeforeItsOwn() throws Exception {
    JudgeSpec judge =
        JudgeSpec.newBuilder().setModel("chat:default").setPrinciple("by depth").build();

    compare(judge, comparison("own", "a GOOD", "a BAD").toBuilder().setPrinciple("by wit").build());
    assertThat(lastQuestion()).contains("by wit").doesNotContain("by depth");
    compare(judge, comparison("judge's", "a GOOD", "a BAD"));
    assertThat(lastQuestion()).contains("by depth");
  }

  private static Message turn(Role role, String text) {
    return Message.newBuilder()
        .setRole(role)
        .addParts(ContentPart.newBuilder().setText(text))
        .build();
  }

  private static String lastQuestion() throws Exception {
    return lastRequest()
        .getJsonObject("body")
        .getJsonArray("messages")
        .getJsonObject(1)
        .getString("content");
  }

  private Verdict compare(JudgeSpec judge, Comparison comparison) {
    return judge()
        .compare(CompareRequest.newBuilder().setJudge(judge).setComparison(comparison).build());
  }
}
