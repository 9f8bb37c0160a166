package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedRubricTest {
  private static final Question QUESTION =
      Question.of(
          new Comparison(
              "1", "p", new PlainText("Why?"), Completion.text("x1"), Completion.text("x2")),
          "SECRET CRITERION");

  private final List<String> asked = new ArrayList<>();

  // The rubric, then judge and proxy in both orders: 1 + 2 + 2 questions.
  @Test
  void theVerdictStandsWhereTheProxyReachesItByTheRubricAlone() {
    Verdict verdict = run("short is good", "x1", "x1");

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(asked).hasSize(5);
    assertThat(asked.get(0)).contains("SECRET CRITERION").doesNotContain("A or B?");
    assertThat(asked.subList(1, 3))
        .allSatisfy(text -> assertThat(text).contains("short is good", "SECRET CRITERION"));
    assertThat(asked.subList(3, 5))
        .allSatisfy(
            text -> assertThat(text).contains("short is good").doesNotContain("SECRET CRITERION"));
  }

  @Test
  void keepsTheRubricAndWhatTheProxySaid() {
    assertThat(run("short is good", "x1", "x1").said())
        .extracting(entry -> entry.stage() + " " + entry.text())
        .containsExactly("rubric short is good", "proxy A", "proxy B", "verdict A", "verdict B");
  }

  @Test
  void theVerdictFallsWhereTheProxySaysOtherwise() {
    Verdict verdict = run("short is good", "x1", "x2");

    assertThat(verdict.state()).isEqualTo(VerdictState.INCONSISTENT);
    assertThat(verdict.detail())
        .isEqualTo("by the rubric alone the proxy says SECOND, the judge FIRST");
  }

  @Test
  void withoutARubricThereIsNoVerdict() {
    Verdict verdict = run(" ", "x1", "x1");

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(verdict.detail()).isEqualTo("nothing was written as the rubric");
  }

  // The proxy names the first shown in both orders: first, then second, so no winner of its own.
  @Test
  void aProxyThatSeesOnlyPlacesVerifiesNothing() {
    Verdict verdict = run("short is good", "x1", "first shown");

    assertThat(verdict.state()).isEqualTo(VerdictState.INCONSISTENT);
    assertThat(verdict.detail()).isEqualTo("proxy: first order: FIRST, second order: SECOND");
  }

  private Verdict run(String rubric, String judgeLikes, String proxyLikes) {
    return Steps.answered(
        Protocols.named("verified-rubric").orElseThrow().create(VerdictSource.TEXT).begin(QUESTION),
        request -> JudgeReply.Answered.text(reply(request, rubric, judgeLikes, proxyLikes)));
  }

  private String reply(JudgeRequest request, String rubric, String judgeLikes, String proxyLikes) {
    String text = request.messages().get(1).text();
    asked.add(text);
    if (!text.contains("A or B?")) {
      return rubric;
    }
    String liked = text.contains("By the rubric above") ? proxyLikes : judgeLikes;
    if (liked.equals("first shown")) {
      return "A";
    }
    String other = liked.equals("x1") ? "x2" : "x1";
    return text.indexOf(liked) < text.indexOf(other) ? "A" : "B";
  }
}
