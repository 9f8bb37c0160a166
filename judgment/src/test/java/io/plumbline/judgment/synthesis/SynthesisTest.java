package io.plumbline.judgment.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SynthesisTest {
  private static final SynthesisTask TASK =
      new SynthesisTask("p", new PlainText("Why does it rain?"), "Be brief.", "truth");

  private final Queue<String> answers = new ArrayDeque<>();
  private final Queue<String> reviews = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> principles = new ArrayList<>();

  // Judged by length: "better" beats "good", "bad" does not beat "better".
  @Test
  void keepsTheBestAndPairsEveryDecidedComparison() {
    answers.addAll(List.of("good", "better", "bad"));
    reviews.addAll(List.of("Say more.", "Say less."));

    Synthesis synthesis = run(new FeedbackLoop(2));

    assertThat(synthesis.state()).isEqualTo(VerdictState.OK);
    assertThat(synthesis.drafts())
        .containsExactly(
            new Draft(0, "good", "", "Be brief."),
            new Draft(1, "better", "Say more.", "Be brief."),
            new Draft(2, "bad", "Say less.", "Be brief."));
    assertThat(synthesis.pairs())
        .containsExactly(
            new MadePair(1, 1, 0, OptionalDouble.empty()),
            new MadePair(2, 1, 2, OptionalDouble.empty()));
    assertThat(synthesis.best()).isEqualTo(1);
    assertThat(synthesis.detail()).isEmpty();
  }

  // The second review sees "better"; the second revision is written after it, not after "good".
  @Test
  void reviewsTheBestAnswerSoFar() {
    answers.addAll(List.of("good", "better", "bad"));
    reviews.addAll(List.of("Say more.", "Say less."));

    run(new FeedbackLoop(2));

    assertThat(asked.get(3)).contains("answer\nbetter\n");
    assertThat(asked.get(4)).contains("better").contains("review\nSay less.\n");
  }

  @Test
  void showsTheReviewerWhatWasNoBetter() {
    answers.addAll(List.of("better", "good", "best of all"));
    reviews.addAll(List.of("Say less.", "Say more."));

    Synthesis synthesis = run(new FeedbackLoop(2));

    assertThat(asked.get(3)).contains("answer\nbetter\n").contains("no better\ngood\n");
    assertThat(synthesis.best()).isEqualTo(2);
  }

  @Test
  void asksNoJudgeAboutARevisionThatChangedNothing() {
    answers.addAll(List.of("good", "good"));
    reviews.add("Fine.");

    Synthesis synthesis = run(new FeedbackLoop(1));

    assertThat(principles).isEmpty();
    assertThat(synthesis.state()).isEqualTo(VerdictState.INCONSISTENT);
    assertThat(synthesis.detail()).isEqualTo("the revision of round 1 changed nothing");
  }

  // The reviewer's second text is missing: what there is stays.
  @Test
  void keepsWhatThereIsWhenATextCannotBeHad() {
    answers.addAll(List.of("good", "better"));
    reviews.add("Say more.");

    Synthesis synthesis = run(new FeedbackLoop(2));

    assertThat(synthesis.state()).isEqualTo(VerdictState.OK);
    assertThat(synthesis.pairs()).hasSize(1);
    assertThat(synthesis.detail()).isEqualTo("no more texts");
    assertThat(run(new FeedbackLoop(2)).state()).isEqualTo(VerdictState.FAILED);
  }

  // Of three answers the longest and the shortest are the pair.
  @Test
  void pairsTheBestAndTheWorstOfSeveral() {
    answers.addAll(List.of("middle", "a", "the longest"));

    Synthesis synthesis = run(new PromptFeedback(3, 3, 0, false));

    assertThat(synthesis.pairs()).containsExactly(new MadePair(1, 2, 1, OptionalDouble.empty()));
    assertThat(synthesis.best()).isEqualTo(2);
    assertThat(principles).containsExactly("truth");
  }

  // Equal lengths are a tie; the reviewer rewrites both texts, and the second round decides.
  @Test
  void rewritesBothPromptsUntilAPairIsGoodEnough() {
    answers.addAll(List.of("aa", "bb", "aa", "bbb"));
    reviews.add("INSTRUCTION: Give reasons.\nCRITERION: depth");

    Synthesis synthesis = run(new PromptFeedback(3, 2, 0, false));

    assertThat(asked.get(2))
        .contains("instruction\nBe brief.\n")
        .contains("criterion\ntruth\n")
        .contains("aa\n\nbb")
        .contains("round 1: the best answer is not better than the worst");
    assertThat(asked.get(3)).startsWith("Give reasons.");
    assertThat(principles).containsExactly("truth", "depth");
    assertThat(synthesis.pairs()).containsExactly(new MadePair(2, 3, 2, OptionalDouble.empty()));
  }

  @Test
  void endsAfterItsRoundsWithTheReason() {
    answers.addAll(List.of("aa", "aa", "aa", "bb"));
    reviews.add("I would rather not.");

    Synthesis synthesis = run(new PromptFeedback(2, 2, 0, false));

    assertThat(principles).containsExactly("truth");
    assertThat(synthesis.state()).isEqualTo(VerdictState.INCONSISTENT);
    assertThat(synthesis.detail())
        .isEqualTo("round 2: the best answer is not better than the worst");
  }

  // The judge goes by length, the verifier by the alphabet: it denies "bbb" over "c".
  @Test
  void needsTheVerifiersWord() {
    answers.addAll(List.of("bbb", "c", "ccc", "b"));
    reviews.add("none");

    Synthesis synthesis = run(new PromptFeedback(2, 2, 0, true));

    assertThat(synthesis.pairs()).containsExactly(new MadePair(2, 2, 3, OptionalDouble.empty()));
  }

  // Probabilities of the judge by length: 3 of 4 characters, then 9 of 10.
  @Test
  void needsTheProbabilityThatIsAskedFor() {
    answers.addAll(List.of("aaa", "b", "aaaaaaaaa", "b"));
    reviews.add("none");

    Synthesis synthesis = run(new PromptFeedback(2, 2, 0.8, false), true);

    assertThat(synthesis.pairs()).containsExactly(new MadePair(2, 2, 3, OptionalDouble.of(0.9)));
    assertThat(asked.get(2)).contains("round 1: probability 0.75 is below 0.8");
  }

  @Test
  void readsNoPromptsFromATextThatHoldsThemTwice() {
    assertThat(RewrittenPrompts.in("INSTRUCTION: a\nCRITERION: b"))
        .contains(new RewrittenPrompts("a", "b"));
    assertThat(RewrittenPrompts.in("INSTRUCTION: a\nCRITERION: b\nINSTRUCTION: c")).isEmpty();
    assertThat(RewrittenPrompts.in("CRITERION: b\nINSTRUCTION: c")).isEmpty();
    assertThat(RewrittenPrompts.in("")).isEmpty();
  }

  private Synthesis run(SynthesisProgram program) {
    return run(program, false);
  }

  private Synthesis run(SynthesisProgram program, boolean probabilities) {
    Turn turn = program.begin(TASK);
    while (!(turn instanceof Turn.Done)) {
      if (turn instanceof Turn.Write write) {
        Queue<String> texts = write.writer() == Turn.Writer.GENERATOR ? answers : reviews;
        turn = write.then().apply(write.requests().stream().map(r -> reply(r, texts)).toList());
      } else {
        Turn.Compare compare = (Turn.Compare) turn;
        if (compare.bench() == Turn.Bench.JUDGE) {
          principles.add(compare.principle());
        }
        turn =
            compare
                .then()
                .apply(
                    compare.comparisons().stream()
                        .map(pair -> verdict(compare.bench(), pair, probabilities))
                        .toList());
      }
    }
    return ((Turn.Done) turn).synthesis();
  }

  private JudgeReply reply(JudgeRequest request, Queue<String> texts) {
    StringBuilder shown = new StringBuilder();
    request.messages().forEach(message -> shown.append(message.text()).append('\n'));
    asked.add(shown.toString());
    String text = texts.poll();
    return text == null ? new JudgeReply.Failed("no more texts") : JudgeReply.Answered.text(text);
  }

  private static Verdict verdict(Turn.Bench bench, Comparison pair, boolean probabilities) {
    String first = pair.first().content().text();
    String second = pair.second().content().text();
    int order =
        bench == Turn.Bench.JUDGE ? first.length() - second.length() : first.compareTo(second);
    Winner winner = order == 0 ? Winner.TIE : order > 0 ? Winner.FIRST : Winner.SECOND;
    OrderVerdict only = OrderVerdict.ok(winner, "");
    Verdict verdict = Verdict.symmetric(only);
    return probabilities
        ? new Verdict(
            verdict.state(),
            verdict.winner(),
            OptionalDouble.of((double) first.length() / (first.length() + second.length())),
            only,
            verdict.reverse(),
            "")
        : verdict;
  }
}
