package io.plumbline.judge.audit;

import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judged;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.MaterialCheck;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.audit.AuditPair;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.audit.ComparisonReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Judges an audit's comparisons, a bounded number at a time. */
@ApplicationScoped
class PairAuditing {
  private static final int MOST_PAIRS = 2_000;
  private static final int AT_ONCE = 32;
  private final Judges judges;

  PairAuditing(Judges judges) {
    this.judges = judges;
  }

  private record Asking(Judge judge, Question question) {}

  Uni<AuditReport> run(
      AuditRequest request, ComparisonAudit audit, List<Mitigation> mitigations, double level) {
    List<AuditPair> pairs = pairs(request);
    List<String> conditions = new ArrayList<>(List.of(Effect.NO_MITIGATION));
    if (Judges.rewardModel(request.getJudge()).isEmpty()) {
      mitigations.forEach(mitigation -> conditions.add(mitigation.label()));
    } else if (!mitigations.isEmpty()) {
      throw new InvalidRequestException("mitigations", "a reward model reads no instruction");
    }
    List<Asking> asked = new ArrayList<>();
    for (String condition : conditions) {
      Judge judge = judges.of(under(request.getJudge(), condition), "judge");
      pairs.forEach(
          pair ->
              audit.questions(pair).forEach(question -> asked.add(new Asking(judge, question))));
    }
    return Multi.createFrom()
        .range(0, asked.size())
        .onItem()
        .transformToUni(
            index ->
                asked
                    .get(index)
                    .judge()
                    .judge(asked.get(index).question())
                    .map(judged -> Map.entry(index, judged)))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .map(
            judged ->
                report(
                    request,
                    audit,
                    pairs,
                    conditions,
                    judged.stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList(),
                    level));
  }

  private static AuditReport report(
      AuditRequest request,
      ComparisonAudit audit,
      List<AuditPair> pairs,
      List<String> conditions,
      List<Judged> judged,
      double level) {
    int perPair = judged.size() / conditions.size() / pairs.size();
    Map<String, List<List<Verdict>>> verdicts = new LinkedHashMap<>();
    int next = 0;
    for (String condition : conditions) {
      List<List<Verdict>> all = new ArrayList<>();
      for (int pair = 0; pair < pairs.size(); pair++) {
        all.add(judged.subList(next, next + perPair).stream().map(Judged::verdict).toList());
        next += perPair;
      }
      verdicts.put(condition, all);
    }
    Judged last = judged.get(judged.size() - 1);
    AuditReport.Builder message =
        AuditReports.of(
                ComparisonReport.of(audit, pairs, verdicts, level), request.getJudge().getName())
            .setModel(last.model())
            .setModelDigest(last.modelDigest());
    return AuditReports.costing(
            message,
            judged.stream().mapToLong(Judged::promptTokens).sum(),
            judged.stream().mapToLong(Judged::completionTokens).sum(),
            judged.stream().mapToDouble(Judged::cost).sum(),
            judged.stream().map(Judged::latency).reduce(Duration.ZERO, Duration::plus))
        .build();
  }

  private static JudgeSpec under(JudgeSpec spec, String condition) {
    return condition.equals(Effect.NO_MITIGATION)
        ? spec
        : spec.toBuilder().setMitigation(condition).build();
  }

  private static List<AuditPair> pairs(AuditRequest request) {
    if (request.getPairsCount() == 0 || request.getPairsCount() > MOST_PAIRS) {
      throw new InvalidRequestException(
          "pairs", "must hold 1 to " + MOST_PAIRS + ", holds " + request.getPairsCount());
    }
    MaterialCheck material = MaterialCheck.of(request.getJudge(), "judge");
    List<AuditPair> pairs = new ArrayList<>();
    for (int i = 0; i < request.getPairsCount(); i++) {
      String field = "pairs[" + i + "]";
      io.plumbline.api.v1alpha1.AuditPair pair = request.getPairs(i);
      material.check(pair.getComparison(), field + ".comparison");
      if (pair.hasGold() && !(pair.getGold() >= 0 && pair.getGold() <= 1)) {
        throw new InvalidRequestException(field + ".gold", "must be 0 to 1, is " + pair.getGold());
      }
      pairs.add(
          new AuditPair(
              ComparisonMapping.question(
                  request.getJudge(), pair.getComparison(), field + ".comparison"),
              pair.hasGold() ? OptionalDouble.of(pair.getGold()) : OptionalDouble.empty()));
    }
    return pairs;
  }
}
