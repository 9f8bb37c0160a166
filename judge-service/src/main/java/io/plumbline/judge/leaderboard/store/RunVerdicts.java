package io.plumbline.judge.leaderboard.store;

import io.plumbline.judge.storage.Transactions;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads one judge's verdicts of a run with what was compared. */
@ApplicationScoped
public class RunVerdicts {
  private static final String PAGE =
      "select v.key.comparison, c.cluster, c.payload, v.state, v.winner, v.probability"
          + " from VerdictRow v join ComparisonRow c on c.key.evaluationId = v.key.evaluationId"
          + " and c.key.comparison = v.key.comparison where v.key.evaluationId = :id"
          + " and v.key.judge = :judge and v.key.comparison > :after order by v.key.comparison";

  private final Transactions transactions;

  RunVerdicts(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One verdict.
   *
   * @param position of the comparison in its run
   * @param comparison the stored {@code Comparison}
   * @param winner null where there is none
   * @param probability that A is better; null where there is none
   */
  public record Judged(
      int position,
      String cluster,
      byte[] comparison,
      VerdictState state,
      Winner winner,
      Double probability) {}

  /** The verdicts after a comparison, in the order of the comparisons. */
  public Uni<List<Judged>> page(UUID run, int judge, int after, int limit) {
    return transactions
        .run(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            session
                                .createSelectionQuery(PAGE, Object[].class)
                                .setParameter("id", run)
                                .setParameter("judge", judge)
                                .setParameter("after", after)
                                .setMaxResults(limit)
                                .getResultList()))
        .map(rows -> rows.stream().map(RunVerdicts::judged).toList());
  }

  private static Judged judged(Object[] row) {
    return new Judged(
        (Integer) row[0],
        (String) row[1],
        (byte[]) row[2],
        (VerdictState) row[3],
        (Winner) row[4],
        (Double) row[5]);
  }
}
