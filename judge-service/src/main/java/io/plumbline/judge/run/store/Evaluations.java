package io.plumbline.judge.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.storage.Transactions;
import io.plumbline.judgment.baseline.NullJudge;
import io.plumbline.preference.Comparison;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates and finds runs. */
@ApplicationScoped
public class Evaluations {
  private static final double DEFAULT_LEVEL = 0.95;

  private final Transactions transactions;

  Evaluations(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Stores a run as QUEUED; a request id that is known returns the run it created.
   *
   * @param comparisons the specification's, read
   */
  public Uni<EvaluationRow> create(
      String requestId, EvaluationSpec spec, List<Comparison> comparisons) {
    String digest = Digest.of(spec.toByteArray());
    return transactions
        .run(
            () ->
                existing(requestId)
                    .onItem()
                    .ifNull()
                    .switchTo(() -> stored(requestId, digest, spec, comparisons)))
        // Two calls with one request id at the same time: the second finds the first's run.
        .onFailure(PersistenceException.class)
        .recoverWithUni(failure -> raced(requestId, failure))
        .invoke(
            row -> {
              if (!row.specDigest.equals(digest)) {
                throw new ConflictException(
                    "request_id '" + requestId + "' created another evaluation; choose a new one");
              }
            });
  }

  private Uni<EvaluationRow> raced(String requestId, Throwable failure) {
    return transactions.run(() -> existing(requestId)).onItem().ifNull().failWith(failure);
  }

  private static Uni<EvaluationRow> existing(String requestId) {
    return EvaluationRow.find("requestId", requestId).firstResult();
  }

  private Uni<EvaluationRow> stored(
      String requestId, String digest, EvaluationSpec spec, List<Comparison> comparisons) {
    EvaluationRow run = new EvaluationRow();
    run.id = UUID.randomUUID();
    run.requestId = requestId;
    run.specDigest = digest;
    run.name = spec.getName();
    run.state = RunStateName.QUEUED;
    run.total = (long) spec.getJudgesCount() * spec.getComparisonsCount();
    run.level = spec.getLevel() == 0 ? DEFAULT_LEVEL : spec.getLevel();
    run.budget = spec.getBudget();
    run.created = Instant.now();
    run.errorMessage = "";
    List<Object> children = new ArrayList<>();
    for (int judge = 0; judge < spec.getJudgesCount(); judge++) {
      JudgeRow row = new JudgeRow();
      row.key = new JudgeRow.Key(run.id, judge);
      row.payload = spec.getJudges(judge).toByteArray();
      children.add(row);
    }
    List<NullJudge> nullJudges = NullJudge.all(spec.getSeed());
    for (int i = 0; i < comparisons.size(); i++) {
      ComparisonRow row = new ComparisonRow();
      row.key = new ComparisonRow.Key(run.id, i);
      row.cluster = comparisons.get(i).cluster();
      row.nullWinners = NullWinners.of(comparisons.get(i), nullJudges);
      row.payload = spec.getComparisons(i).toByteArray();
      children.add(row);
    }
    return run.persistAndFlush()
        .chain(Panache::getSession)
        .chain(session -> session.persistAll(children.toArray()))
        .replaceWith(run);
  }

  /** The run, or a {@link NotFoundException}. */
  public Uni<EvaluationRow> get(UUID id) {
    return transactions
        .run(() -> EvaluationRow.<EvaluationRow>findById(id))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("there is no evaluation " + id));
  }

  /**
   * Newest first.
   *
   * @param before only runs created before the one with this sequence number
   */
  public Uni<List<EvaluationRow>> list(long before, int limit) {
    return transactions.run(
        () ->
            EvaluationRow.<EvaluationRow>find("sequence < ?1 order by sequence desc", before)
                .page(0, limit)
                .list());
  }

  /** The run's judges in the order of its request. */
  public Uni<List<JudgeSpec>> judges(UUID id) {
    return transactions
        .run(() -> JudgeRow.<JudgeRow>list("key.evaluationId = ?1 order by key.judge", id))
        .map(rows -> rows.stream().map(Evaluations::spec).toList());
  }

  private static JudgeSpec spec(JudgeRow row) {
    try {
      return JudgeSpec.parseFrom(row.payload);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored judge " + row.key + " cannot be read", damaged);
    }
  }
}
