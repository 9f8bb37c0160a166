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

  @Test
  void keepsTheReasonOfAFailedCall() {
    Verdict verdict =
        answered(VerdictSource.TEXT, new JudgeReply.Failed("429 after 3 attempts"), text("B"));

    assertThat(verdict.state()).isEqualTo(VerdictState.FAILED);
    assertThat(verdict.detail()).isEqualTo("first order: 429 after 3 attempts");
  }

  private static Verdict answered(VerdictSource source, JudgeReply forward, JudgeReply reverse) {
    Step<Verdict> end = begin(source).then().apply(List.of(forward, reverse));
    return ((Step.Done<Verdict>) end).value();
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
