package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.ListEvaluationsResponse;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.judge.run.store.Endings;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.Events;
import io.plumbline.judge.run.store.RunStates;
import io.plumbline.judge.run.store.VerdictRow;
import io.plumbline.judge.run.store.Verdicts;
import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the doors offer on runs. */
@ApplicationScoped
public class EvaluationRuns {
  private final EvaluationRequests requests;
  private final Evaluations evaluations;
  private final Verdicts verdicts;
  private final Events events;
  private final Endings endings;
  private final Summaries summaries;
  private final Runner runner;
  private final Duration watchInterval;

  EvaluationRuns(
      EvaluationRequests requests,
      Evaluations evaluations,
      Verdicts verdicts,
      Events events,
      Endings endings,
      Summaries summaries,
      Runner runner,
      JudgeSettings settings) {
    this.requests = requests;
    this.evaluations = evaluations;
    this.verdicts = verdicts;
    this.events = events;
    this.endings = endings;
    this.summaries = summaries;
    this.runner = runner;
    this.watchInterval = settings.run().watchInterval();
  }

  /** Stores a run and sees that it is worked on. */
  public Uni<Evaluation> create(CreateEvaluationRequest request) {
    List<Comparison> comparisons = requests.checked(request);
    return evaluations
        .create(request.getRequestId(), request.getSpec(), comparisons)
        .invoke(runner::wake)
        .chain(summaries::of);
  }

  public Uni<Evaluation> get(UUID id) {
    return evaluations.get(id).chain(summaries::of);
  }

  /** Newest first, without summaries. */
  public Uni<ListEvaluationsResponse> list(ListRunsRequest request) {
    int size = Pages.size(request.getPageSize());
    return evaluations
        .list(Pages.before(request.getPageToken()), size + 1)
        .map(
            runs -> {
              List<EvaluationRow> page = runs.subList(0, Math.min(size, runs.size()));
              ListEvaluationsResponse.Builder response = ListEvaluationsResponse.newBuilder();
              page.forEach(
                  run ->
                      response.addEvaluations(
                          Evaluation.newBuilder()
                              .setStatus(RunStates.status(run))
                              .setName(run.name)));
              if (runs.size() > size) {
                response.setNextPageToken(Long.toString(page.get(size - 1).sequence));
              }
              return response.build();
            });
  }

  /** Events after a position, until the run has ended and all are given. */
  public Multi<RunEvent> watch(UUID id, long afterPosition) {
    AtomicLong position = new AtomicLong(afterPosition);
    return Multi.createBy()
        .repeating()
        .uni(() -> events.after(id, position.get()))
        .withDelay(watchInterval)
        .whilst(page -> !page.last())
        .onItem()
        .<RunEvent>transformToMultiAndConcatenate(
            page -> Multi.createFrom().iterable(page.events()))
        .onItem()
        .invoke(event -> position.set(event.getPosition()));
  }

  public Uni<Evaluation> cancel(UUID id) {
    return endings.cancel(id).invoke(() -> runner.drop(id)).chain(summaries::of);
  }

  /** Goes on with a run that its budget stopped. */
  public Uni<Evaluation> resume(UUID id, double budget) {
    EvaluationRequests.budget("budget", budget);
    return endings.resume(id, budget).invoke(runner::wake).chain(summaries::of);
  }

  public Uni<ListVerdictsResponse> verdicts(UUID id, ListVerdictsRequest request) {
    int size = Pages.size(request.getPageSize());
    Pages.Place after = Pages.after(request.getPageToken());
    return evaluations
        .get(id)
        .chain(run -> verdicts.page(id, after.judge(), after.comparison(), size + 1))
        .map(
            rows -> {
              List<Integer> bytes = rows.stream().map(row -> row.payload.length).toList();
              List<VerdictRow> page = rows.subList(0, Pages.fitting(bytes, size));
              ListVerdictsResponse.Builder response = ListVerdictsResponse.newBuilder();
              page.forEach(row -> response.addVerdicts(Verdicts.verdict(row)));
              if (rows.size() > page.size()) {
                response.setNextPageToken(Pages.token(page.get(page.size() - 1).key));
              }
              return response.build();
            });
  }
}
