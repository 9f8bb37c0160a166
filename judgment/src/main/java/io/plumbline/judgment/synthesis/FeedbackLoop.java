package io.plumbline.judgment.synthesis;

import io.plumbline.judgment.protocol.Written;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The generator answers; then, round by round, the reviewer criticises the best answer so far, the
 * generator answers anew with the review in view, and the judge compares both. The better one is
 * kept, and every decided comparison is a pair. Source: Arif et al. 2024, "The Fellowship of the
 * LLMs: Multi-Agent Workflows for Synthetic Preference Optimization Dataset Generation" (LLM
 * feedback loop); METHODS 95. That the best one is kept, and a reviewer sees what was no better, is
 * ours.
 *
 * @param rounds at least 1
 */
public record FeedbackLoop(int rounds) implements SynthesisProgram {
  public FeedbackLoop {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds is " + rounds + ", below 1");
    }
  }

  @Override
  public Turn begin(SynthesisTask task) {
    return new Turn.Write(
        Turn.Writer.GENERATOR,
        List.of(SynthesisTexts.answer(task)),
        written(
            Progress.NONE,
            "in the first answer",
            text -> round(task, Progress.NONE.with(draft(task, 0, text, "")), 1)));
  }

  private Turn round(SynthesisTask task, Progress progress, int round) {
    if (round > rounds) {
      return progress.done();
    }
    String best = progress.bestDraft().text();
    String lost = progress.lost() < 0 ? "" : progress.drafts().get(progress.lost()).text();
    return new Turn.Write(
        Turn.Writer.REVIEWER,
        List.of(SynthesisTexts.review(task, best, lost)),
        written(
            progress,
            "in the review of round " + round,
            review ->
                new Turn.Write(
                    Turn.Writer.GENERATOR,
                    List.of(SynthesisTexts.revision(task, best, review)),
                    written(
                        progress,
                        "in the revision of round " + round,
                        text ->
                            compared(
                                task, progress.with(draft(task, round, text, review)), round)))));
  }

  private Turn compared(SynthesisTask task, Progress progress, int round) {
    Draft revision = progress.drafts().get(progress.newest());
    if (revision.text().equals(progress.bestDraft().text())) {
      return round(
          task,
          progress.undecided(
              VerdictState.INCONSISTENT, "the revision of round " + round + " changed nothing"),
          round + 1);
    }
    return new Turn.Compare(
        Turn.Bench.JUDGE,
        List.of(task.comparison("round " + round, revision, progress.bestDraft())),
        task.principle(),
        verdicts -> round(task, judged(progress, verdicts.get(0), round), round + 1));
  }

  private static Progress judged(Progress progress, Verdict verdict, int round) {
    int revision = progress.newest();
    if (verdict.state() != VerdictState.OK) {
      return progress.undecided(verdict.state(), "round " + round + ": " + verdict.detail());
    }
    OptionalDouble first = verdict.probability();
    return switch (verdict.winner().orElseThrow()) {
      case FIRST -> progress.preferred(round, revision, progress.best(), first);
      case SECOND ->
          progress.preferred(round, progress.best(), revision, Oriented.of(first, Winner.SECOND));
      case TIE -> progress.undecided(VerdictState.INCONSISTENT, "round " + round + ": a tie");
    };
  }

  // What cannot be had ends the synthesis with what there is.
  private static Function<List<JudgeReply>, Turn> written(
      Progress progress, String place, Function<String, Turn> then) {
    return replies -> {
      Written written = Written.of(replies.get(0), place);
      return written.isThere()
          ? then.apply(written.text().strip())
          : progress.without(written).done();
    };
  }

  private static Draft draft(SynthesisTask task, int round, String text, String review) {
    return new Draft(round, text, review, task.instruction());
  }
}
