package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeTemplate;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A user's template, and rows that lack what it names. */
@QuarkusTest
class TemplateTest extends JudgeServiceTestBase {
  private static final String BOTH = "{question}\n[A]\n{answer_a}\n[B]\n{answer_b}\n";

  @Test
  void asksWithTheTemplateAndTheRowsMaterial() throws Exception {
    Comparison row =
        comparison("templated", "GOOD", "BAD").toBuilder()
            .putMaterial("reference", "Paris")
            .build();

    Verdict verdict = compare(BOTH + "{reference}", row);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(lastRequest().getJsonObject("body").getJsonArray("messages").toString())
        .contains("Paris");
  }

  @Test
  void refusesARowThatLacksWhatTheTemplateNames() throws Exception {
    Comparison row = comparison("lacking", "GOOD", "BAD");
    int before = upstreamCalls();

    assertThatThrownBy(() -> compare(BOTH + "{reference}", row))
        .hasMessageStartingWith(
            "INVALID_ARGUMENT: comparison.material: template names {reference};");
    assertThatThrownBy(
            () ->
                compare(
                    BOTH + "{reference}", row.toBuilder().putMaterial("reference", " ").build()))
        .hasMessageContaining("comparison.material: template names {reference};");
    assertThatThrownBy(() -> compare(BOTH + "{answr_a}", row))
        .hasMessageContaining("template names {answr_a};");
    assertThat(upstreamCalls()).isEqualTo(before);
  }

  @Test
  void refusesAnEvaluationNamingTheFirstSuchRow() {
    Comparison whole =
        comparison("whole", "GOOD", "BAD").toBuilder().putMaterial("reference", "Paris").build();

    assertThatThrownBy(
            () -> create(BOTH + "{reference}", List.of(whole, comparison("l", "GOOD", "BAD"))))
        .hasMessageContaining("spec.comparisons[1].material: template names {reference};");
  }

  // MT-bench's second question is the third turn.
  @Test
  void refusesASecondQuestionWhereThereIsOneTurn() {
    String turns = "{question_1}\n{answer_a_1}\n{question_2}\n{answer_a_2}\n{answer_b_2}";
    Comparison one = comparison("one turn", "GOOD", "BAD");
    Comparison two =
        one.toBuilder()
            .setPrompt(
                one.getPrompt().toBuilder()
                    .addMessages(turn(Role.ROLE_ASSISTANT))
                    .addMessages(turn(Role.ROLE_USER)))
            .build();

    assertThatThrownBy(() -> compare(turns, one))
        .hasMessageContaining("template names {answer_a_1};");
    assertThat(compare(turns, two).getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  private static Message turn(Role role) {
    return Message.newBuilder()
        .setRole(role)
        .addParts(ContentPart.newBuilder().setText("And then?"))
        .build();
  }

  private Verdict compare(String template, Comparison comparison) {
    return judge()
        .compare(
            CompareRequest.newBuilder().setJudge(spec(template)).setComparison(comparison).build());
  }

  private void create(String template, List<Comparison> comparisons) {
    evaluations()
        .createEvaluation(
            CreateEvaluationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(
                    EvaluationSpec.newBuilder()
                        .addJudges(spec(template))
                        .addAllComparisons(comparisons))
                .build());
  }

  private static JudgeSpec spec(String template) {
    return JudgeSpec.newBuilder()
        .setName("templated")
        .setModel("chat:keyed")
        .setTemplate(
            JudgeTemplate.newBuilder()
                .setSystem("Reply with one letter.")
                .setUser(template)
                .setReader("letter"))
        .build();
  }
}
