package io.plumbline.judge.leaderboard.store;

import io.plumbline.judge.storage.Transactions;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads one judge's verdicts of a run with what was compared. */
@ApplicationScoped
public class RunVerdicts {
  // Two reads by their keys instead of a join: before the tables are analysed, PostgreSQL takes a
  // new run for one row and compares every verdict with every comparison.
  private static final String VERDICTS =
      "select v.key.comparison, v.state, v.winner, v.probability from VerdictRow v"
          + " where v.key.evaluationId = :id and v.key.judge = :judge"
          + " and v.key.comparison > :after order by v.key.comparison";
  private static final String COMPARISONS =
      "select c.key.comparison, c.cluster, c.payload from ComparisonRow c"
          + " where c.key.evaluationId = :id and c.key.comparison > :after"
          + " and c.key.comparison <= :last";

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
    return rows(session ->
            session
                .createSelectionQuery(VERDICTS, Object[].class)
                .setParameter("id", run)
                .setParameter("judge", judge)
                .setParameter("after", after)
                .setMaxResults(limit))
        .chain(
            verdicts ->
                verdicts.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : compared(run, after, (Integer) verdicts.get(verdicts.size() - 1)[0])
                        .map(
                            comparisons ->
                                verdicts.stream()
                                    .map(row -> judged(row, comparisons.get(row[0])))
                                    .toList()));
  }

  private Uni<Map<Object, Object[]>> compared(UUID run, int after, int last) {
    return rows(session ->
            session
                .createSelectionQuery(COMPARISONS, Object[].class)
                .setParameter("id", run)
                .setParameter("after", after)
                .setParameter("last", last))
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row[0], row -> row)));
  }

  private Uni<List<Object[]>> rows(
      Function<Mutiny.Session, Mutiny.SelectionQuery<Object[]>> query) {
    return transactions.run(
        () -> Panache.getSession().chain(session -> query.apply(session).getResultList()));
  }

  private static Judged judged(Object[] verdict, Object[] comparison) {
    return new Judged(
        (Integer) verdict[0],
        (String) comparison[1],
        (byte[]) comparison[2],
        (VerdictState) verdict[1],
        (Winner) verdict[2],
        (Double) verdict[3]);
  }
}
