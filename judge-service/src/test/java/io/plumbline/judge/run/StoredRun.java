package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run put into the database behind the doors, as if a worker were working on it. */
final class StoredRun {
  static final JudgeSpec JUDGE =
      JudgeSpec.newBuilder().setName("judge").setModel("chat:default").build();

  private static final String OWN =
      "update evaluation set state = 'RUNNING', worker = $2, attempts = $3,"
          + " lease_until = now() + interval '1 hour' where id = $1";

  private StoredRun() {}

  /**
   * @param attempts claims so far without a verdict
   */
  static EvaluationRow create(
      Evaluations evaluations, Pool pool, int comparisons, UUID worker, int attempts) {
    EvaluationSpec spec =
        EvaluationSpec.newBuilder()
            .addJudges(JUDGE)
            .addAllComparisons(
                IntStream.range(0, comparisons).mapToObj(StoredRun::comparison).toList())
            .build();
    EvaluationRow run =
        evaluations
            .create(
                UUID.randomUUID().toString(),
                spec,
                spec.getComparisonsList().stream()
                    .map(message -> ComparisonMapping.comparison(message, "comparison"))
                    .toList())
            .await()
            .indefinitely();
    pool.preparedQuery(OWN).execute(Tuple.of(run.id, worker, attempts)).await().indefinitely();
    return run;
  }

  static Comparison comparison(int position) {
    return Comparison.newBuilder()
        .setId("row " + position)
        .setA(Completion.newBuilder().addParts(ContentPart.newBuilder().setText("GOOD")))
        .setB(Completion.newBuilder().addParts(ContentPart.newBuilder().setText("BAD")))
        .build();
  }
}
