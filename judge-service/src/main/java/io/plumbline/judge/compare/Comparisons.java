package io.plumbline.judge.compare;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Single comparisons, which are not kept. */
@ApplicationScoped
public class Comparisons {
  private final Judges judges;

  Comparisons(Judges judges) {
    this.judges = judges;
  }

  public Uni<Verdict> compare(CompareRequest request) {
    Judge judge = judges.of(request.getJudge(), "judge");
    Comparison comparison = ComparisonMapping.comparison(request.getComparison(), "comparison");
    return judge
        .judge(comparison)
        .map(
            judged ->
                VerdictMapping.verdict(comparison.id(), request.getJudge().getName(), judged));
  }
}
