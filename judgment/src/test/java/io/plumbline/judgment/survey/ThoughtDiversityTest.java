package io.plumbline.judgment.survey;

import static io.plumbline.judgment.survey.AskedSurveys.effect;
import static io.plumbline.judgment.survey.AskedSurveys.main;
import static io.plumbline.judgment.survey.AskedSurveys.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeReply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThoughtDiversityTest {
  // Always the first listed, whichever it is: one mind in one order, the other end in the other.
  @Test
  void findsThatAReversedOrderFlipsAModelOfPlaces() {
    AuditReport report = run("thought-diversity", NullModel.FIRST::answer);

    assertThat(effect(report, "largest share").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "flips by reversed order").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "change by reversed order").estimate()).isCloseTo(1, within(1e-12));
  }

  // One text says nothing of how answers vary, though its one option has a share of 1.
  @Test
  void findsNoConcentrationInASingleText() {
    AuditReport report = run("thought-diversity", request -> JudgeReply.Answered.text("A"));

    assertThat(report.effects())
        .allSatisfy(
            effect -> {
              assertThat(effect.n()).isZero();
              assertThat(effect.undecided()).isEqualTo(16);
            });
  }

  // A, B, A, B of two options: a largest share of 1/2, which is that of even answers.
  @Test
  void measuresConcentrationOverSeveralTexts() {
    AtomicInteger asked = new AtomicInteger();

    AuditReport report =
        Steps.answered(
            Surveys.named("thought-diversity")
                .orElseThrow()
                .begin(
                    Material.of("{\"question\": \"q\", \"options\": [\"x\", \"y\"]}", "mine"),
                    new SurveySettings(VerdictSource.TEXT, 4, 0.95)),
            // Both orders of a sample are asked in turn.
            request -> JudgeReply.Answered.text(asked.getAndIncrement() / 2 % 2 == 0 ? "A" : "B"));

    assertThat(main(report)).isCloseTo(0, within(1e-12));
    assertThat(effect(report, "no variation").estimate()).isZero();
  }
}
