package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.ShownOrder;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StagedProtocolTest {
  private static final Question QUESTION =
      new Question(
          new Comparison(
              "1", "p", new PlainText("Why?"), Completion.text("x1"), Completion.text("x2")),
          "brevity",
          Map.of());

  private final List<JudgeRequest> asked = new ArrayList<>();

  // One own answer, then a critique and a verdict in either order: 1 + 2 + 2.
  @Test
  void givesTheOwnAnswerToBothCritiquesAndEachCritiqueToItsVerdict() {
    Verdict verdict =
        run(
            "self-reference",
            request ->
                text(request).contains("A or B?")
                    ? (text(request).indexOf("x1") < text(request).indexOf("x2") ? "A" : "B")
                    : text(request).contains("Criticise") ? "critique " + asked.size() : "mine");

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(asked).hasSize(5);
    assertThat(text(asked.get(1))).contains("mine");
    assertThat(text(asked.get(2))).contains("mine");
    assertThat(text(asked.get(3))).contains("critique 2");
    assertThat(text(asked.get(4))).contains("critique 3");
  }

  // One own answer, a critique in either order, a verdict in either order.
  @Test
  void keepsWhatWasWrittenBeforeTheVerdict() {
    Verdict verdict =
        run(
            "self-reference",
            request ->
                text(request).contains("A or B?")
                    ? "A"
                    : text(request).contains("Criticise") ? "critique " + asked.size() : "mine");

    List<TranscriptEntry> before =
        List.of(
            TranscriptEntry.written("own_answer", "mine"),
            TranscriptEntry.written("critique", ShownOrder.FORWARD, "critique 2"),
            TranscriptEntry.written("critique", ShownOrder.REVERSE, "critique 3"));
    assertThat(verdict.transcript()).isEqualTo(before);
    assertThat(verdict.said())
        .startsWith(before.toArray(TranscriptEntry[]::new))
        .endsWith(
            TranscriptEntry.written(TranscriptEntry.VERDICT, ShownOrder.FORWARD, "A"),
            TranscriptEntry.written(TranscriptEntry.VERDICT, ShownOrder.REVERSE, "A"));
  }

  @Test
  void keepsWhatToolsReturnedBesideTheCalls() {
    Verdict verdict =
        run("tools", request -> text(request).contains("A or B?") ? "A" : "calculator: 1+1");

    assertThat(verdict.transcript())
        .extracting(entry -> entry.fromTools() + " " + entry.text())
        .containsExactly(
            "false calculator: 1+1",
            "false calculator: 1+1",
            "true calculator: 1+1 -> 2",
            "true calculator: 1+1 -> 2");
  }

  @Test
  void keepsTheWordsOfRatings() {
    Verdict verdict =
        run(
            "critiqued-general",
            request -> text(request).contains("Rating from") ? "4" : "Vague " + asked.size());

    assertThat(verdict.transcript())
        .extracting(TranscriptEntry::stage)
        .contains("critique of A: honesty", "rating of A", "rating of B");
    assertThat(verdict.transcript())
        .extracting(TranscriptEntry::text)
        .contains("Vague 1")
        .anyMatch(text -> text.contains("honesty: 4"));
  }

  // The first sample's orders disagree; the majority's orders are the second's.
  @Test
  void keepsEverySampleAndTheOrdersOfOneThatNamesTheWinner() {
    List<String> letters = new ArrayList<>(List.of("A", "A", "A", "B", "A", "B"));
    Step<Verdict> step =
        new Repeated(Protocols.named("").orElseThrow().create(VerdictSource.TEXT), 3)
            .begin(QUESTION);

    Verdict verdict = Steps.answered(step, request -> JudgeReply.Answered.text(letters.remove(0)));

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(verdict.reverse().orElseThrow().rawText()).isEqualTo("B");
    assertThat(verdict.said())
        .extracting(entry -> entry.sample() + entry.order().orElseThrow().name() + entry.text())
        .containsExactly(
            "1FORWARDA", "1REVERSEA", "2FORWARDA", "2REVERSEB", "3FORWARDA", "3REVERSEB");
  }

  @Test
  void endsWhenAStageCannotBeHad() {
    Verdict verdict = run("critique", request -> "");

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(verdict.detail()).contains("nothing was written at stage critique");
  }

  @Test
  void ratesEachAnswerAloneOnEveryAspect() {
    Verdict verdict =
        run("rating-cognitive-therapy", request -> text(request).contains("x2") ? "4" : "3");

    assertThat(verdict.winner()).contains(Winner.SECOND);
    assertThat(verdict.reverse()).isEmpty();
    assertThat(asked).hasSize(22);
  }

  @Test
  void readsNoRatingOffTheScale() {
    Verdict verdict = run("rating-general", request -> "6");

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(verdict.detail())
        .isEqualTo("rating of instruction following: not one whole number from 1 to 5");
  }

  // 0.5·1 + 0.5·5 = 3 against 4.
  @Test
  void ratesByTheExpectedValueWhereThereAreProbabilities() {
    Step.Ask<Verdict> ask =
        (Step.Ask<Verdict>)
            new AspectRating(
                    new RubricRating(
                        new Rubric("one", List.of(new Rubric.Aspect("a", "b")), 1, 5),
                        VerdictSource.PROBABILITIES))
                .begin(QUESTION);

    Verdict verdict =
        ((Step.Done<Verdict>)
                ask.then()
                    .apply(
                        List.of(
                            tokens(Map.of("1", Math.log(0.5), "5", Math.log(0.5))),
                            tokens(Map.of("4", 0.0)))))
            .value();

    assertThat(verdict.winner()).contains(Winner.SECOND);
    assertThat(verdict.forward().rawText()).isEqualTo("first a: 3.0\nsecond a: 4.0\n");
  }

  private static JudgeReply tokens(Map<String, Double> firstToken) {
    return new JudgeReply.Answered("", "stop", "", firstToken);
  }

  private Verdict run(String protocol, Function<JudgeRequest, String> judge) {
    Step<Verdict> step =
        Protocols.named(protocol).orElseThrow().create(VerdictSource.TEXT).begin(QUESTION);
    while (step instanceof Step.Ask<Verdict> ask) {
      List<JudgeReply> replies = new ArrayList<>();
      for (JudgeRequest request : ask.requests()) {
        asked.add(request);
        replies.add(JudgeReply.Answered.text(judge.apply(request)));
      }
      step = ask.then().apply(replies);
    }
    return ((Step.Done<Verdict>) step).value();
  }

  private static String text(JudgeRequest request) {
    return request.messages().get(1).text();
  }
}
