package io.plumbline.judge.run.store;

import io.plumbline.judge.storage.Transactions;
import io.plumbline.judgment.summary.ClusteredVerdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what summaries need, without any text. */
@ApplicationScoped
public class Outcomes {
  // Two reads by their keys instead of a join: before the tables are analysed, PostgreSQL takes a
  // new run for one row and compares every verdict with every comparison.
  private static final String VERDICTS =
      "select v.key.judge, v.key.comparison, v.state, v.winner, v.probability, v.bothReadable"
          + " from VerdictRow v where v.key.evaluationId = :id"
          + " order by v.key.judge, v.key.comparison";
  private static final String CLUSTERS =
      "select c.key.comparison, c.cluster from ComparisonRow c where c.key.evaluationId = :id";
  private static final String NULL_WINNERS =
      "select c.cluster, c.nullWinners from ComparisonRow c where c.key.evaluationId = :id"
          + " order by c.key.comparison";

  private final Transactions transactions;

  Outcomes(Transactions transactions) {
    this.transactions = transactions;
  }

  /** One judge's verdict; the judge counts from 0. */
  public record Outcome(int judge, ClusteredVerdict verdict) {}

  /** What the null judges said of one comparison, see {@link NullWinners}. */
  public record NullOutcome(String cluster, String winners) {}

  public Uni<List<Outcome>> verdicts(UUID id) {
    return rows(CLUSTERS, id)
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row[0], row -> (String) row[1])))
        .chain(
            clusters ->
                rows(VERDICTS, id)
                    .map(
                        rows ->
                            rows.stream().map(row -> outcome(row, clusters.get(row[1]))).toList()));
  }

  public Uni<List<NullOutcome>> nullOutcomes(UUID id) {
    return rows(NULL_WINNERS, id)
        .map(
            rows ->
                rows.stream()
                    .map(row -> new NullOutcome((String) row[0], (String) row[1]))
                    .toList());
  }

  private Uni<List<Object[]>> rows(String query, UUID id) {
    return transactions.run(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createSelectionQuery(query, Object[].class)
                            .setParameter("id", id)
                            .getResultList()));
  }

  private static Outcome outcome(Object[] row, String cluster) {
    return new Outcome(
        (Integer) row[0],
        new ClusteredVerdict(
            cluster,
            (VerdictState) row[2],
            Optional.ofNullable((Winner) row[3]),
            row[4] == null ? OptionalDouble.empty() : OptionalDouble.of((Double) row[4]),
            (Boolean) row[5]));
  }
}
