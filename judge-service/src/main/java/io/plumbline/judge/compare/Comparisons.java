package io.plumbline.judge.compare;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.MaterialCheck;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judgment.protocol.Question;
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
    Question question =
        ComparisonMapping.question(request.getJudge(), request.getComparison(), "comparison");
    MaterialCheck.of(request.getJudge(), "judge").check(request.getComparison(), "comparison");
    return judge
        .judge(question)
        .map(
            judged ->
                VerdictMapping.verdict(
                    question.comparison().id(), request.getJudge().getName(), judged));
  }
}
