package io.plumbline.judgment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BaitMaterialTest {
  private static final AuditPair PAIR =
      new AuditPair(
          Question.of(
              new Comparison(
                  "1", "p", new PlainText("Why?"), Completion.text("So."), Completion.text("No.")),
              ""),
          OptionalDouble.of(0));

  private static final String TWO =
      "{\"probe\": \"bandwagon\", \"bait\": \"All agree.\", \"neutral\": \"It is indeed so.\"}\n"
          + "{\"probe\": \"authority\", \"bait\": \"Kant says so.\", \"neutral\": \"It is.\"}\n"
          + "{\"probe\": \"bandwagon\", \"bait\": \"Most do.\", \"neutral\": \"A sentence.\","
          + " \"place\": \"before\"}\n";

  // The baits have 10 and 8 characters. "It is indeed." (13) is nearer to 10 than "It is." (6), and
  // "A sentence." (11) to 8 than "A." (2).
  @Test
  void asksOncePerBaitOfAUsersMaterial() {
    ComparisonAudit audit = audit("bandwagon").with(Material.of(TWO, "mine.jsonl"));

    assertThat(audit.questions(PAIR))
        .extracting(question -> question.comparison().first().content().text())
        .containsExactly("So. All agree.", "So. It is indeed.", "Most do. So.", "A sentence. So.");
  }

  // 4 words of 2 letters, as often as it takes for 20 characters: 3 · 6 + 5, less the last space.
  @Test
  void repeatsOrCutsANeutralSentenceInWholeWords() {
    assertThat(neutral("12345678901234567890", "so it is.")).isEqualTo("so it is. so it is.");
    assertThat(neutral("12345678", "so it is, or not.")).isEqualTo("so it is.");
    assertThat(neutral("123456", "\u8fd9\u662f\u4e00\u4e2a\u53e5\u5b50\u3002"))
        .isEqualTo("\u8fd9\u662f\u4e00\u4e2a\u53e5.");
    assertThatThrownBy(() -> neutral("x", "..."))
        .hasMessage("mine.jsonl line 1: neutral must hold a word");
  }

  private static String neutral(String bait, String neutral) {
    String row =
        "{\"probe\": \"bandwagon\", \"bait\": \"%s\", \"neutral\": \"%s\"}"
            .formatted(bait, neutral);
    return audit("bandwagon")
        .with(Material.of(row, "mine.jsonl"))
        .questions(PAIR)
        .get(1)
        .comparison()
        .first()
        .content()
        .text()
        .substring("So. ".length());
  }

  // Effects 0.9 − 0.4 and 0.6 − 0.5: mean 0.3. Gold gives the completion a loss: without bait 0.4
  // is
  // right and 0.5 no side; with it neither is: accuracy 1/2, then 0, and one flip of two does harm.
  @Test
  void averagesOverTheBaitsOfAPair() {
    ComparisonAudit audit = audit("bandwagon").with(Material.of(TWO, "mine.jsonl"));

    AuditReport report =
        ComparisonReport.of(
            audit,
            List.of(PAIR),
            Map.of(
                Effect.NO_MITIGATION,
                List.of(List.of(score(0.9), score(0.4), score(0.6), score(0.5)))),
            0.95);

    assertThat(value(report, "effect")).isCloseTo(0.3, within(1e-12));
    assertThat(value(report, "accuracy without bait")).isEqualTo(0.5);
    assertThat(value(report, "accuracy with bait")).isZero();
    assertThat(value(report, "harmful flips")).isEqualTo(0.5);
  }

  @Test
  void namesLineFieldAndRemedyOfABadRow() {
    assertThatThrownBy(() -> with("{\"bait\": \"x\"}"))
        .isInstanceOf(MaterialException.class)
        .hasMessage("mine.jsonl line 1: probe must be a text");
    assertThatThrownBy(() -> with("\n{\"probe\": \"bandwagom\"}"))
        .hasMessageStartingWith("mine.jsonl line 2: probe must be one of [injection, bandwagon,");
    assertThatThrownBy(() -> with("{\"probe\": \"bandwagon\", \"bait\": 3}"))
        .hasMessage("mine.jsonl line 1: bait must be a text");
    assertThatThrownBy(() -> with("{\"probe\": \"bandwagon\", \"bait\": \"x\"}"))
        .hasMessage("mine.jsonl line 1: neutral must be a text");
    assertThatThrownBy(
            () ->
                with(
                    "{\"probe\": \"bandwagon\", \"bait\": \"x\", \"neutral\": \"y\","
                        + " \"place\": \"within\"}"))
        .hasMessage("mine.jsonl line 1: place must be one of [before, after]");
    assertThatThrownBy(() -> with("{\"probe\": \"bandwagon\""))
        .hasMessageStartingWith("mine.jsonl:1: no valid JSON");
    assertThatThrownBy(
            () -> with("{\"probe\": \"authority\", \"bait\": \"x\", \"neutral\": \"y\"}"))
        .hasMessageStartingWith("mine.jsonl: no row has probe \"bandwagon\"; add one with");
    assertThatThrownBy(
            () ->
                with(
                    "{\"probe\": \"bandwagon\", \"bait\": \"x\", \"neutral\": \"y\"}\n".repeat(21)))
        .hasMessage("mine.jsonl: 21 rows have probe \"bandwagon\", keep at most 20");
  }

  @Test
  void saysThatAnAuditTakesNone() {
    Material material = Material.of(TWO, "mine.jsonl");

    assertThatThrownBy(() -> audit("position").with(material))
        .hasMessage("audit 'position' takes no material: leave it out");
    assertThatThrownBy(() -> audit("verbosity").with(material))
        .hasMessage("audit 'verbosity' takes no material: leave it out");
  }

  private static void with(String rows) {
    audit("bandwagon").with(Material.of(rows, "mine.jsonl"));
  }

  private static ComparisonAudit audit(String name) {
    return ComparisonAudits.named(name).orElseThrow();
  }

  private static Verdict score(double probability) {
    return Verdict.symmetric(OrderVerdict.ofProbability(probability, ""));
  }

  private static double value(AuditReport report, String name) {
    return report.effects().stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .flatMap(Effect::interval)
        .orElseThrow()
        .estimate();
  }
}
