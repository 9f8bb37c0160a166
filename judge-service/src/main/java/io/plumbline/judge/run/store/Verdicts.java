package io.plumbline.judge.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.storage.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps verdicts, each exactly once. */
@ApplicationScoped
public class Verdicts {
  private static final String PENDING =
      "select c.comparison, j.judge from evaluation_comparison c"
          + " join evaluation_judge j on j.evaluation_id = c.evaluation_id"
          + " left join evaluation_verdict v on v.evaluation_id = c.evaluation_id"
          + " and v.comparison = c.comparison and v.judge = j.judge"
          + " where c.evaluation_id = :id and v.evaluation_id is null"
          + " order by c.comparison, j.judge limit :limit";

  private final Transactions transactions;
  private final Leases leases;

  Verdicts(Transactions transactions, Leases leases) {
    this.transactions = transactions;
    this.leases = leases;
  }

  /** What is still to be judged, comparison by comparison. */
  public Uni<List<PendingVerdict>> pending(UUID id, int limit) {
    return transactions.run(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(PENDING, Object[].class)
                            .setParameter("id", id)
                            .setParameter("limit", limit)
                            .getResultList())
                .chain(places -> withComparisons(id, places)));
  }

  private static Uni<List<PendingVerdict>> withComparisons(UUID id, List<Object[]> places) {
    if (places.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    int first = (Integer) places.get(0)[0];
    int last = (Integer) places.get(places.size() - 1)[0];
    return ComparisonRow.<ComparisonRow>list(
            "key.evaluationId = ?1 and key.comparison between ?2 and ?3", id, first, last)
        .map(
            rows -> {
              Map<Integer, ComparisonRow> byPosition =
                  rows.stream()
                      .collect(Collectors.toMap(row -> row.key.comparison(), Function.identity()));
              return places.stream()
                  .map(
                      place ->
                          new PendingVerdict(
                              (Integer) place[1],
                              (Integer) place[0],
                              comparison(byPosition.get((Integer) place[0]))))
                  .toList();
            });
  }

  /**
   * Stores verdicts and the progress they make, and prolongs the lease.
   *
   * @return false if the run is no longer the worker's, or has ended; nothing is stored then
   */
  public Uni<Boolean> save(UUID id, UUID worker, List<NewVerdict> verdicts) {
    return transactions.run(
        () ->
            EvaluationRow.<EvaluationRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(
                    run -> {
                      if (run.state.isEnd() || !worker.equals(run.worker)) {
                        return Uni.createFrom().item(false);
                      }
                      run.done += verdicts.size();
                      run.leaseUntil = leases.end();
                      return Panache.getSession()
                          .chain(session -> session.persistAll(rows(id, verdicts)))
                          .chain(() -> Journal.progress(run))
                          .replaceWith(true);
                    }));
  }

  private static Object[] rows(UUID id, List<NewVerdict> verdicts) {
    return verdicts.stream().map(verdict -> row(id, verdict)).toArray();
  }

  private static VerdictRow row(UUID id, NewVerdict verdict) {
    VerdictRow row = new VerdictRow();
    row.key = new VerdictRow.Key(id, verdict.judge(), verdict.position());
    row.state = verdict.summary().state();
    row.winner = verdict.summary().winner().orElse(null);
    row.probability =
        verdict.summary().probability().isPresent()
            ? (Double) verdict.summary().probability().getAsDouble()
            : null;
    row.bothReadable = verdict.summary().readInBothOrders();
    row.payload = verdict.verdict().toByteArray();
    return row;
  }

  /** The verdicts after a position, judge by judge, in the order of the comparisons. */
  public Uni<List<VerdictRow>> page(UUID id, int afterJudge, int afterComparison, int limit) {
    return transactions.run(
        () ->
            VerdictRow.<VerdictRow>find(
                    "key.evaluationId = ?1 and (key.judge > ?2"
                        + " or key.judge = ?2 and key.comparison > ?3)"
                        + " order by key.judge, key.comparison",
                    id,
                    afterJudge,
                    afterComparison)
                .page(0, limit)
                .list());
  }

  /** The verdict that a row keeps. */
  public static Verdict verdict(VerdictRow row) {
    try {
      return Verdict.parseFrom(row.payload);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored verdict " + row.key + " cannot be read", damaged);
    }
  }

  private static Comparison comparison(ComparisonRow row) {
    try {
      return Comparison.parseFrom(row.payload);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored comparison " + row.key + " cannot be read", damaged);
    }
  }
}
