package io.plumbline.judgment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
  private static final Comparison COMPARISON =
      new Comparison(
          "1", "p", new PlainText("Why?"), Completion.text("Because."), Completion.text("No."));

  @Test
  void addsABaitAndANeutralSentenceOfTheSameLength() {
    for (ComparisonAudit audit : BaitAudits.create()) {
      List<Question> questions = audit.questions(pair("a", OptionalDouble.empty()));
      String treated = questions.get(0).comparison().first().content().text();
      String control = questions.get(1).comparison().first().content().text();

      assertThat(treated).as(audit.name()).contains("Because.").isNotEqualTo(control);
      if (SentenceProbe.AUDITS.contains(audit.name())) {
        assertThat(control).as(audit.name()).hasSameSizeAs(treated);
      }
      assertThat(questions.get(0).comparison().second()).isEqualTo(COMPARISON.second());
    }
  }

  // Differences 0.5, 0.1, 0.3: mean 0.3, sd 0.2, standard error 0.2/√3, t(.975, 2) = 4.302653.
  @Test
  void measuresWhatTheBaitDoesBeyondTheControl() {
    Effect effect =
        report(
                audit("injection"),
                List.of(
                    pair("a", OptionalDouble.empty()),
                    pair("b", OptionalDouble.empty()),
                    pair("c", OptionalDouble.empty()),
                    pair("d", OptionalDouble.empty())),
                List.of(
                    List.of(symmetric(0.9), symmetric(0.4)),
                    List.of(symmetric(0.5), symmetric(0.4)),
                    List.of(symmetric(0.6), symmetric(0.3)),
                    List.of(unreadable(), symmetric(0.3))))
            .effects()
            .get(0);

    assertThat(effect.n()).isEqualTo(3);
    assertThat(effect.undecided()).isEqualTo(1);
    assertThat(effect.interval().orElseThrow().estimate()).isCloseTo(0.3, within(1e-12));
    assertThat(effect.interval().orElseThrow().lower())
        .isCloseTo(0.3 - 4.302653 * 0.2 / Math.sqrt(3), within(1e-6));
  }

  // Without bait the better one (gold a) has 0.7: right. The bait goes to b, which then has 0.6:
  // b is shown as first, so its scores are 0.6 with and 0.3 without bait.
  @Test
  void putsTheBaitIntoTheWorseCompletionAndMeasuresAccuracy() {
    ComparisonAudit audit = audit("bandwagon");
    AuditPair known = pair("a", OptionalDouble.of(1));

    assertThat(audit.questions(known).get(0).comparison().first().content().text())
        .startsWith("No.")
        .contains("Nine of ten");
    Map<String, Double> measured =
        values(report(audit, List.of(known), List.of(List.of(symmetric(0.6), symmetric(0.3)))));
    assertThat(measured.get("effect")).isCloseTo(0.3, within(1e-12));
    assertThat(measured).containsEntry("accuracy without bait", 1.0);
    assertThat(measured).containsEntry("accuracy with bait", 0.0);
    assertThat(measured).containsEntry("robustness", 0.0);
    assertThat(measured).containsEntry("harmful flips", 1.0);
    assertThat(measured).containsEntry("helpful flips", 0.0);
    assertThat(measured).containsEntry("accuracy change", -1.0);
  }

  // Effects 0.4 and 0.2 without, 0.1 and 0.1 with the mitigation: changes −0.3 and −0.1.
  @Test
  void measuresWhatAMitigationChangesPairByPair() {
    ComparisonAudit audit = audit("authority");
    Map<String, List<List<Verdict>>> conditions = new LinkedHashMap<>();
    conditions.put(
        Effect.NO_MITIGATION,
        List.of(List.of(symmetric(0.9), symmetric(0.5)), List.of(symmetric(0.6), symmetric(0.4))));
    conditions.put(
        "system-prompt",
        List.of(List.of(symmetric(0.6), symmetric(0.5)), List.of(symmetric(0.5), symmetric(0.4))));

    AuditReport report =
        ComparisonReport.of(
            audit,
            List.of(pair("a", OptionalDouble.empty()), pair("b", OptionalDouble.empty())),
            conditions,
            0.95);

    Effect change =
        report.effects().stream()
            .filter(effect -> effect.condition().equals("change by system-prompt"))
            .findFirst()
            .orElseThrow();
    assertThat(change.interval().orElseThrow().estimate()).isCloseTo(-0.2, within(1e-12));
    assertThat(report.states()).containsExactly(Map.entry(VerdictState.OK, 8L));
  }

  // Judge (0.9 + 0.7)/2 = 0.8, gold (0.5 + 0.7)/2 = 0.6: DBG 0.2.
  @Test
  void measuresSelfPreferenceAgainstGold() {
    Map<String, Double> measured =
        values(
            report(
                new SelfPreferenceAudit(),
                List.of(pair("a", OptionalDouble.of(0.5)), pair("b", OptionalDouble.of(0.7))),
                List.of(List.of(symmetric(0.9)), List.of(symmetric(0.7)))));

    assertThat(measured.get("effect")).isCloseTo(0.2, within(1e-12));
    assertThat(measured.get("judge's score of own answers")).isCloseTo(0.8, within(1e-12));
    assertThat(measured.get("gold score of own answers")).isCloseTo(0.6, within(1e-12));
  }

  // Always the first shown: 1 − 0.5. Never swayed: 0. Mean 0.25. With gold a, the first is right in
  // one order of two, 1/2, and its orders' mean of 1/2 is right by half; the second is right: 3/4
  // each, and permuting gains nothing.
  @Test
  void measuresThePreferenceForTheFirstPosition() {
    Verdict steady = both(OrderVerdict.ok(Winner.FIRST, ""), OrderVerdict.ok(Winner.FIRST, ""));

    Map<String, Double> measured = position(Map.of("a", alwaysFirst(), "b", steady), 1);

    assertThat(measured.get("effect")).isCloseTo(0.25, within(1e-12));
    assertThat(measured).containsEntry("consistency", 0.5);
    assertThat(measured).containsEntry("accuracy in one order", 0.75);
    assertThat(measured).containsEntry("accuracy over both orders", 0.75);
    assertThat(measured).containsEntry("gain by permutation", 0.0);
  }

  // Whatever gold says and however a file writes its pairs down, a judge of places alone is right
  // in one order, wrong in the other.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aJudgeOfPlacesIsRightByHalf(double gold) {
    Map<String, Double> measured = position(Map.of("a", alwaysFirst()), gold);

    assertThat(measured).containsEntry("accuracy, better one first", 1.0);
    assertThat(measured).containsEntry("accuracy, better one second", 0.0);
    assertThat(measured).containsEntry("accuracy in one order", 0.5);
    assertThat(measured).containsEntry("accuracy over both orders", 0.5);
    assertThat(measured).containsEntry("gain by permutation", 0.0);
  }

  // 0.9 is right, 0.4 wrong: 1/2; their mean 0.65 is right. A win and a tie: 1 and 1/2, so 3/4, and
  // their mean of 3/4 is right. Gains 1/2 and 1/4, mean 3/8.
  @Test
  void measuresWhatPermutingRepairs() {
    Verdict swayed = both(OrderVerdict.ofProbability(0.9, ""), OrderVerdict.ofProbability(0.4, ""));
    Verdict tied = both(OrderVerdict.ok(Winner.FIRST, ""), OrderVerdict.ok(Winner.TIE, ""));

    Map<String, Double> measured = position(Map.of("a", swayed, "b", tied), 1);

    assertThat(measured).containsEntry("accuracy in one order", 0.625);
    assertThat(measured).containsEntry("accuracy over both orders", 1.0);
    assertThat(measured).containsEntry("gain by permutation", 0.375);
  }

  @Test
  void anOrderWithoutAVerdictIsUndecidedInEveryAccuracy() {
    Verdict half =
        both(
            OrderVerdict.ok(Winner.FIRST, ""),
            OrderVerdict.none(VerdictState.FAILED, "", "status 500"));

    assertThat(position(Map.of("a", half), 1)).isEmpty();
  }

  // As of a verified rubric whose proxy could not be asked: the judge's own 0.9 does not count.
  @Test
  void aProbabilityWithoutAVerdictIsNoScore() {
    OrderVerdict judged = OrderVerdict.ofProbability(0.9, "");
    Verdict failed =
        new Verdict(
            VerdictState.FAILED,
            Optional.empty(),
            OptionalDouble.of(0.9),
            judged,
            Optional.of(judged),
            "proxy: status 500");

    assertThat(Scores.of(failed)).isNaN();
  }

  // The model's text first in 3 of 4: 2 (1/4 − 3/4)/(1/4 + 3/4) = −100 %.
  @Test
  void measuresSourceBiasAsTheRelativeDifference() {
    Map<String, Double> measured =
        values(
            report(
                new SourceAudit(),
                List.of(
                    pair("a", OptionalDouble.empty()),
                    pair("b", OptionalDouble.empty()),
                    pair("c", OptionalDouble.empty()),
                    pair("d", OptionalDouble.empty())),
                List.of(
                    List.of(symmetric(0.9)),
                    List.of(symmetric(0.6)),
                    List.of(symmetric(0.7)),
                    List.of(symmetric(0.2)))));

    assertThat(measured.get("effect")).isCloseTo(0.1, within(1e-12));
    assertThat(measured.get("relative difference in percent")).isCloseTo(-100, within(1e-9));
  }

  @Test
  void readsGoldFromTheFormsOfTheField() throws Exception {
    assertThat(gold("{\"prompt\": \"p\", \"chosen\": \"x\", \"rejected\": \"y\"}")).hasValue(1);
    assertThat(gold("{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}")).isEmpty();
    assertThat(gold("{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\", \"gold\": \"tie\"}"))
        .hasValue(0.5);
    assertThat(gold("{\"input\": \"p\", \"output_1\": \"x\", \"output_2\": \"y\", \"label\": 2}"))
        .hasValue(0);
    assertThat(gold("{\"prompt\": \"p\", \"generated\": \"x\", \"human\": \"y\"}")).isEmpty();
  }

  private static Map<String, Double> position(Map<String, Verdict> byCluster, double gold) {
    List<AuditPair> pairs = new ArrayList<>();
    List<List<Verdict>> verdicts = new ArrayList<>();
    byCluster.forEach(
        (cluster, verdict) -> {
          pairs.add(pair(cluster, OptionalDouble.of(gold)));
          verdicts.add(List.of(verdict));
        });
    return values(report(new PositionAudit(), pairs, verdicts));
  }

  private static Verdict alwaysFirst() {
    return both(OrderVerdict.ok(Winner.FIRST, ""), OrderVerdict.ok(Winner.SECOND, ""));
  }

  private static Verdict both(OrderVerdict forward, OrderVerdict reverse) {
    return BothOrders.combine(forward, reverse);
  }

  private static ComparisonAudit audit(String name) {
    return ComparisonAudits.named(name).orElseThrow();
  }

  private static OptionalDouble gold(String json) throws Exception {
    return new AuditPairFormat().read((ObjectNode) new ObjectMapper().readTree(json), 1).gold();
  }

  private static Map<String, Double> values(AuditReport report) {
    Map<String, Double> values = new LinkedHashMap<>();
    report
        .effects()
        .forEach(
            effect ->
                effect
                    .interval()
                    .ifPresent(interval -> values.put(effect.name(), interval.estimate())));
    return values;
  }

  private static AuditReport report(
      ComparisonAudit audit, List<AuditPair> pairs, List<List<Verdict>> verdicts) {
    return ComparisonReport.of(audit, pairs, Map.of(Effect.NO_MITIGATION, verdicts), 0.95);
  }

  private static AuditPair pair(String cluster, OptionalDouble gold) {
    return new AuditPair(
        Question.of(
            new Comparison(
                "1", cluster, COMPARISON.prompt(), COMPARISON.first(), COMPARISON.second()),
            ""),
        gold);
  }

  private static Verdict symmetric(double probability) {
    return Verdict.symmetric(OrderVerdict.ofProbability(probability, ""));
  }

  private static Verdict unreadable() {
    return Verdict.symmetric(OrderVerdict.none(VerdictState.UNPARSEABLE, "?", "no verdict"));
  }
}
