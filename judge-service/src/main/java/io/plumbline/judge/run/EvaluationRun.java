package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judge.run.store.NewVerdict;
import io.plumbline.judge.run.store.PendingVerdict;
import io.plumbline.judge.run.store.Verdicts;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.summary.ClusteredVerdict;
import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Judges what is still pending of one run, and stores verdicts as they come. */
final class EvaluationRun {
  private static final int PAGE = 1_024;
  private static final int CHUNK = 64;
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final UUID id;
  private final UUID worker;
  private final List<JudgeSpec> specs;
  private final List<Judge> judges;
  private final Verdicts verdicts;
  private final int concurrency;

  EvaluationRun(
      UUID id,
      UUID worker,
      List<JudgeSpec> specs,
      List<Judge> judges,
      Verdicts verdicts,
      int concurrency) {
    this.id = id;
    this.worker = worker;
    this.specs = specs;
    this.judges = judges;
    this.verdicts = verdicts;
    this.concurrency = concurrency;
  }

  /** True when nothing is pending any more, false when the run was lost to another worker. */
  Uni<Boolean> work() {
    return verdicts
        .pending(id, PAGE)
        .chain(
            page ->
                page.isEmpty()
                    ? Uni.createFrom().item(true)
                    : judged(page).chain(kept -> kept ? work() : Uni.createFrom().item(false)));
  }

  private Uni<Boolean> judged(List<PendingVerdict> page) {
    return Multi.createFrom()
        .iterable(page)
        .onItem()
        .transformToUni(this::judge)
        .merge(concurrency)
        .group()
        .intoLists()
        .of(CHUNK, LONGEST_WAIT)
        // Chunks come by the clock, not on demand; a page bounds how many may wait.
        .onOverflow()
        .buffer(PAGE)
        .onItem()
        .transformToUniAndConcatenate(chunk -> verdicts.save(id, worker, chunk))
        .onItem()
        .invoke(
            kept -> {
              if (!kept) {
                throw new LostRunException();
              }
            })
        .collect()
        .last()
        .replaceWith(true)
        .onFailure(LostRunException.class)
        .recoverWithItem(false);
  }

  private Uni<NewVerdict> judge(PendingVerdict pending) {
    String field = "spec.comparisons[" + pending.position() + "]";
    Comparison comparison = ComparisonMapping.comparison(pending.comparison(), field);
    JudgeSpec spec = specs.get(pending.judge());
    return judges
        .get(pending.judge())
        .judge(new Question(comparison, spec.getPrinciple(), pending.comparison().getMaterialMap()))
        .map(
            judged ->
                new NewVerdict(
                    pending.judge(),
                    pending.position(),
                    ClusteredVerdict.of(comparison.cluster(), judged.verdict()),
                    VerdictMapping.verdict(comparison.id(), spec.getName(), judged)));
  }
}
