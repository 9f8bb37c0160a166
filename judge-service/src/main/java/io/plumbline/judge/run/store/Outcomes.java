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

/** Reads what summaries need, without any text. */
@ApplicationScoped
public class Outcomes {
  private static final String VERDICTS =
      "select v.key.judge, c.cluster, v.state, v.winner, v.probability, v.bothReadable"
          + " from VerdictRow v join ComparisonRow c on c.key.evaluationId = v.key.evaluationId"
          + " and c.key.comparison = v.key.comparison where v.key.evaluationId = :id"
          + " order by v.key.judge, v.key.comparison";
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
    return rows(VERDICTS, id).map(rows -> rows.stream().map(Outcomes::outcome).toList());
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

  private static Outcome outcome(Object[] row) {
    return new Outcome(
        (Integer) row[0],
        new ClusteredVerdict(
            (String) row[1],
            (VerdictState) row[2],
            Optional.ofNullable((Winner) row[3]),
            row[4] == null ? OptionalDouble.empty() : OptionalDouble.of((Double) row[4]),
            (Boolean) row[5]));
  }
}
