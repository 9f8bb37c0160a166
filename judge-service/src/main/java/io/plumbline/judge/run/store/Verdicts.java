package io.plumbline.judge.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.storage.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads stored verdicts. */
@ApplicationScoped
public class Verdicts {
  private final Transactions transactions;

  Verdicts(Transactions transactions) {
    this.transactions = transactions;
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
}
