package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BothOrdersProtocolTest {
  private static final Comparison COMPARISON =
      new Comparison(
          "1",
          "p",
          new PlainText("Name a colour."),
          Completion.text("Red."),
          Completion.text("A cube."));

  @Test
  void showsBothOrders() {
    Step.Ask<Verdict> ask = begin(VerdictSource.TEXT);

    String forward = ask.requests().get(0).messages().get(1).text();
    String reverse = ask.requests().get(1).messages().get(1).text();
    assertThat(forward.indexOf("Red.")).isLessThan(forward.indexOf("A cube."));
    assertThat(reverse.indexOf("Red.")).isGreaterThan(reverse.indexOf("A cube."));
    assertThat(ask.requests().get(0).labels()).isEmpty();
  }

  @Test
  void readsTextsInBothOrders() {
    Verdict verdict = answered(VerdictSource.TEXT, text("A"), text("B"));

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(verdict.reverse().orElseThrow().winner()).contains(Winner.FIRST);
  }

  // Forward: 0.6/(0.6 + 0.2) = 0.75. Reverse, where B is the first completion: 0.6/(0.3 + 0.6).
  // Mean of 0.75 and 2/3.
  @Test
  void normalisesLabelProbabilities() {
    Verdict verdict =
        answered(
            VerdictSource.PROBABILITIES,
            tokens("A", Map.of("A", Math.log(0.4), " A", Math.log(0.2), "B", Math.log(0.2))),
            tokens("B", Map.of("A", Math.log(0.3), "B", Math.log(0.6))));

    assertThat(verdict.probability().orElseThrow()).isCloseTo((0.75 + 2.0 / 3) / 2, within(1e-12));
  }

  @Test
  void saysWhenLogProbabilitiesAreMissing() {
    Verdict verdict = answered(VerdictSource.PROBABILITIES, text("A"), text("B"));

    assertThat(verdict.state()).isEqualTo(VerdictState.NO_LOGPROBS);
    assertThat(verdict.winner()).isEmpty();
  }

  @Test
  void readsNoVerdictWhereTheModelMeantToSaySomethingElse() {
    Verdict verdict =
        answered(
            VerdictSource.PROBABILITIES,
            tokens("The", Map.of("The", Math.log(0.9), "A", Math.log(0.05))),
            tokens("B", Map.of("B", Math.log(0.9))));

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
  }

  // In the reverse order "B" is the first completion; no mean, since one order has no probability.
  @Test
  void readsTheTextWhereTheLabelsAreUnlikelyUnlessProbabilitiesAreDemanded() {
    JudgeReply inWords = tokens("Answer: A", Map.of("Answer", Math.log(0.9), "A", Math.log(0.05)));
    JudgeReply letter = tokens("B", Map.of("B", Math.log(0.9), "A", Math.log(0.1)));

    Verdict read = answered(VerdictSource.PROBABILITIES_OR_TEXT, inWords, letter);

    assertThat(read.winner()).contains(Winner.FIRST);
    assertThat(read.forward().probability()).isEmpty();
    assertThat(read.reverse().orElseThrow().probability().orElseThrow()).isEqualTo(0.9);
    assertThat(read.probability()).isEmpty();
    assertThat(answered(VerdictSource.PROBABILITIES, inWords, letter).state())
        .isEqualTo(VerdictState.UNPARSEABLE);
  }

  @Test
  void saysWhatIsWrongWithATextWhereTheLabelsAreUnlikely() {
    Verdict verdict =
        answered(
            VerdictSource.PROBABILITIES_OR_TEXT,
            tokens("The first, I think.", Map.of("The", Math.log(0.9))),
            text("B"));

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(verdict.detail()).isEqualTo("first order: not one of the labels A, B alone");
  }

  // Forward: 0.2 + 0.5/2 = 0.45. Reverse, where A is the second completion: 0.3 + 0.6/2 = 0.6. The
  // tie is the likeliest of the three in both.
  @Test
  void offersATieWhereItIsAskedFor() {
    Step.Ask<Verdict> ask = ties(VerdictSource.PROBABILITIES_OR_TEXT);

    assertThat(ask.requests().get(0).labels()).containsExactly("A", "B", "C");
    assertThat(ask.requests().get(0).messages().get(0).text()).contains("C if neither is.");
    Verdict verdict =
        after(
            ask,
            tokens("C", Map.of("A", Math.log(0.2), "B", Math.log(0.3), "C", Math.log(0.5))),
            tokens("C", Map.of("A", Math.log(0.1), "B", Math.log(0.3), "C", Math.log(0.6))));
    assertThat(verdict.winner()).contains(Winner.TIE);
    assertThat(verdict.probability().orElseThrow()).isCloseTo((0.45 + 0.6) / 2, within(1e-12));
  }

  // The likeliest label wins, also where the other two have more together.
  @Test
  void takesTheLikeliestOfThreeLabels() {
    Map<String, Double> first =
        Map.of("A", Math.log(0.4), "B", Math.log(0.35), "C", Math.log(0.25));
    Map<String, Double> equal = Map.of("A", Math.log(0.4), "B", Math.log(0.4), "C", Math.log(0.2));

    Verdict verdict =
        after(ties(VerdictSource.PROBABILITIES), tokens("A", first), tokens("A", equal));

    assertThat(verdict.forward().winner()).contains(Winner.FIRST);
    assertThat(verdict.forward().probability().orElseThrow()).isCloseTo(0.525, within(1e-12));
    assertThat(verdict.reverse().orElseThrow().winner()).contains(Winner.TIE);
    assertThat(verdict.state()).isEqualTo(VerdictState.INCONSISTENT);
  }

  @Test
  void readsTiesFromTexts() {
    assertThat(after(ties(VerdictSource.TEXT), text("C"), text("C.")).winner())
        .contains(Winner.TIE);
    assertThat(after(ties(VerdictSource.TEXT), text("C"), text("B")).state())
        .isEqualTo(VerdictState.INCONSISTENT);
    assertThat(answered(VerdictSource.TEXT, text("C"), text("C")).state())
        .isEqualTo(VerdictState.UNPARSEABLE);
  }

  @Test
  void keepsTheReasonOfAFailedCall() {
    Verdict verdict =
        answered(VerdictSource.TEXT, new JudgeReply.Failed("429 after 3 attempts"), text("B"));

    assertThat(verdict.state()).isEqualTo(VerdictState.FAILED);
    assertThat(verdict.detail()).isEqualTo("first order: 429 after 3 attempts");
  }

  private static Verdict answered(VerdictSource source, JudgeReply forward, JudgeReply reverse) {
    return after(begin(source), forward, reverse);
  }

  private static Verdict after(Step.Ask<Verdict> ask, JudgeReply forward, JudgeReply reverse) {
    return ((Step.Done<Verdict>) ask.then().apply(List.of(forward, reverse))).value();
  }

  private static Step.Ask<Verdict> ties(VerdictSource source) {
    return (Step.Ask<Verdict>)
        Protocols.named("pairwise-ties")
            .orElseThrow()
            .create(source)
            .begin(Question.of(COMPARISON, ""));
  }

  private static Step.Ask<Verdict> begin(VerdictSource source) {
    return (Step.Ask<Verdict>)
        new BothOrdersProtocol(StandardPairwise.form(source)).begin(Question.of(COMPARISON, ""));
  }

  private static JudgeReply text(String text) {
    return JudgeReply.Answered.text(text);
  }

  private static JudgeReply tokens(String text, Map<String, Double> firstToken) {
    return new JudgeReply.Answered(text, "stop", "", firstToken);
  }
}
