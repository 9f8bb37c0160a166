package io.plumbline.judgment.synthesis;

import io.plumbline.judgment.protocol.Written;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The generator answers several times, the judge compares all answers, and the best and the worst
 * are the pair, if it is good enough: the judge names the best one in the two's own comparison, and
 * where a verifier sits, so does it, both with the probability that is asked for. Else the reviewer
 * rewrites the generator's instruction and the judge's criterion, and all begins anew. Source: Zhou
 * et al. 2025, "Anyprefer: An Agentic Framework for Preference Data Synthesis" (target and judge
 * cooperate, tools assist the judge, a reward model says whether a pair is good enough, feedback
 * optimizes both prompts); METHODS 23. That quality is the verifier's probability, or the judge's
 * own, is ours.
 *
 * @param rounds at least 1
 * @param candidates answers a round, at least 2
 * @param leastProbability that a pair needs, in [0, 1); 0 asks for none
 * @param verified whether a verifier sits
 */
public record PromptFeedback(int rounds, int candidates, double leastProbability, boolean verified)
    implements SynthesisProgram {
  public PromptFeedback {
    if (rounds < 1 || candidates < 2 || !(leastProbability >= 0 && leastProbability < 1)) {
      throw new IllegalArgumentException(
          "rounds %d, candidates %d, leastProbability %s"
              .formatted(rounds, candidates, leastProbability));
    }
  }

  @Override
  public Turn begin(SynthesisTask task) {
    return round(task, Progress.NONE, 1);
  }

  private Turn round(SynthesisTask task, Progress progress, int round) {
    return new Turn.Write(
        Turn.Writer.GENERATOR,
        Collections.nCopies(candidates, SynthesisTexts.answer(task)),
        replies -> drafted(task, progress, round, replies));
  }

  private Turn drafted(SynthesisTask task, Progress before, int round, List<JudgeReply> replies) {
    Progress progress = before;
    List<Integer> places = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JudgeReply reply : replies) {
      Written written = Written.of(reply, "in an answer of round " + round);
      if (!written.isThere()) {
        progress = progress.without(written);
      } else if (!texts.contains(written.text().strip())) {
        texts.add(written.text().strip());
        progress = progress.with(new Draft(round, written.text().strip(), "", task.instruction()));
        places.add(progress.newest());
      }
    }
    if (places.size() < 2) {
      return again(task, fewerThanTwo(progress, texts, round), texts, round);
    }
    return compared(task, progress, places, texts, round);
  }

  private static Progress fewerThanTwo(Progress progress, List<String> texts, int round) {
    return texts.isEmpty()
        ? progress
        : progress.undecided(
            VerdictState.INCONSISTENT, "round " + round + ": all answers are the same");
  }

  private Turn compared(
      SynthesisTask task, Progress progress, List<Integer> places, List<String> texts, int round) {
    return new Turn.Compare(
        Turn.Bench.JUDGE,
        Contest.pairs(places.size()).stream()
            .map(
                pair ->
                    task.comparison(
                        "round " + round + ": " + pair[0] + "-" + pair[1],
                        progress.drafts().get(places.get(pair[0])),
                        progress.drafts().get(places.get(pair[1]))))
            .toList(),
        task.principle(),
        verdicts -> judged(task, progress, new Contest(places, verdicts), texts, round));
  }

  private Turn judged(
      SynthesisTask task, Progress progress, Contest contest, List<String> texts, int round) {
    Optional<Progress> lacking =
        lacking(
            progress,
            contest.direct(),
            contest.isDecided(),
            verified ? 0 : leastProbability,
            contest.probability(),
            "round " + round + ": ");
    if (lacking.isPresent()) {
      return again(task, lacking.get(), texts, round);
    }
    Turn made =
        progress.preferred(round, contest.best(), contest.worst(), contest.probability()).done();
    return verified ? verify(task, progress, contest, texts, round, made) : made;
  }

  private Turn verify(
      SynthesisTask task,
      Progress progress,
      Contest contest,
      List<String> texts,
      int round,
      Turn made) {
    return new Turn.Compare(
        Turn.Bench.VERIFIER,
        List.of(
            task.comparison(
                "round " + round + ": verified",
                progress.drafts().get(contest.best()),
                progress.drafts().get(contest.worst()))),
        task.principle(),
        verdicts -> {
          Verdict verdict = verdicts.get(0);
          boolean agrees = verdict.winner().filter(Winner.FIRST::equals).isPresent();
          return lacking(
                  progress,
                  verdict,
                  agrees,
                  leastProbability,
                  verdict.probability(),
                  "round " + round + ", verifier: ")
              .map(lacking -> again(task, lacking, texts, round))
              .orElse(made);
        });
  }

  // What a pair lacks; empty where it is good enough.
  private static Optional<Progress> lacking(
      Progress progress,
      Verdict verdict,
      boolean decided,
      double least,
      OptionalDouble probability,
      String place) {
    if (verdict.state() != VerdictState.OK) {
      return Optional.of(progress.undecided(verdict.state(), place + verdict.detail()));
    }
    if (!decided) {
      return Optional.of(
          progress.undecided(
              VerdictState.INCONSISTENT, place + "the best answer is not better than the worst"));
    }
    if (least > 0 && probability.isEmpty()) {
      return Optional.of(
          progress.undecided(VerdictState.NO_LOGPROBS, place + "no probability to ask for"));
    }
    return least > 0 && probability.getAsDouble() < least
        ? Optional.of(
            progress.undecided(
                VerdictState.INCONSISTENT,
                place + "probability " + probability.getAsDouble() + " is below " + least))
        : Optional.empty();
  }

  private Turn again(SynthesisTask task, Progress progress, List<String> texts, int round) {
    if (round == rounds) {
      return progress.done();
    }
    return new Turn.Write(
        Turn.Writer.REVIEWER,
        List.of(SynthesisTexts.prompts(task, texts, progress.detail())),
        replies -> {
          Written written = Written.of(replies.get(0), "in the feedback of round " + round);
          return round(
              RewrittenPrompts.in(written.text())
                  .map(prompts -> task.under(prompts.instruction(), prompts.principle()))
                  .orElse(task),
              progress,
              round + 1);
        });
  }
}
