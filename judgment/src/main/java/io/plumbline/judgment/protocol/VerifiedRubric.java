package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.template.Template;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judge writes a rubric and decides with it in view; a proxy, which sees neither the verdict
 * nor the criterion, decides by the rubric alone. The verdict stands where both agree, else it is
 * INCONSISTENT: the rubric does not carry it. So the share that stands is the rubrics' reward. In
 * the paper one output holds rubric, evaluation and verdict, and the proxy reads the rubric of it;
 * here the verdict is a question of its own, so that it can be asked in both orders. Source:
 * "Rationale Matters: Learning Transferable Rubrics via Proxy-Guided Critique for VLM Reward
 * Models" (Proxy-GRM), its proxy's agreement as reward; METHODS 191. To have the proxy be another
 * model, give the rubric as material to protocol {@code by-rubric}.
 */
final class VerifiedRubric implements PairwiseProtocol {
  private static final int RUBRIC_TOKENS = 700;

  private final Template writing = Template.parse(RubricFirst.WRITING);
  private final BothOrdersProtocol judge;
  private final BothOrdersProtocol proxy;

  VerifiedRubric(VerdictSource source) {
    requireNonNull(source, "source is null");
    judge = new BothOrdersProtocol(RubricFirst.withRubric(source));
    proxy = new BothOrdersProtocol(RubricFirst.byRubric(source));
  }

  @Override
  public List<String> templates() {
    return Stream.of(List.of(writing.source()), judge.templates(), proxy.templates())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return new Step.Ask<>(
        List.of(
            new JudgeRequest(writing.fill(PairwiseValues.of(question)), List.of(), RUBRIC_TOKENS)),
        replies -> {
          Written rubric = Written.of(replies.get(0), "as the rubric");
          return rubric.isThere()
              ? verified(question.with(RubricFirst.RUBRIC, rubric.text()))
              : new Step.Done<>(
                  Verdict.symmetric(
                      OrderVerdict.none(rubric.state(), rubric.text(), rubric.detail())));
        });
  }

  private Step<Verdict> verified(Question question) {
    Question byRubricAlone = new Question(question.comparison(), "", question.material());
    return Steps.together(
        List.of(judge.begin(question), proxy.begin(byRubricAlone)),
        verdicts ->
            combined(verdicts.get(0), verdicts.get(1))
                .with(entries(question.material().get(RubricFirst.RUBRIC), verdicts.get(1))));
  }

  private static List<TranscriptEntry> entries(String rubric, Verdict proxied) {
    List<TranscriptEntry> entries = new ArrayList<>();
    entries.add(TranscriptEntry.written(RubricFirst.RUBRIC, rubric));
    proxied
        .said()
        .forEach(
            said ->
                entries.add(
                    TranscriptEntry.written("proxy", said.order().orElseThrow(), said.text())));
    return entries;
  }

  private static Verdict combined(Verdict judged, Verdict proxied) {
    if (judged.state() != VerdictState.OK) {
      return judged;
    }
    if (judged.winner().equals(proxied.winner())) {
      return judged;
    }
    boolean other = proxied.state() == VerdictState.OK;
    return new Verdict(
        other ? VerdictState.INCONSISTENT : proxied.state(),
        Optional.empty(),
        judged.probability(),
        judged.forward(),
        judged.reverse(),
        other
            ? "by the rubric alone the proxy says "
                + proxied.winner().get()
                + ", the judge "
                + judged.winner().get()
            : "proxy: " + proxied.detail());
  }
}
