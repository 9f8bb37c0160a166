package io.plumbline.cli.judge;

import io.plumbline.judgment.audit.AuditPair;
import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.audit.ComparisonReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one audit by comparisons, without mitigation and with each. */
record PairAuditRun(AuditJudge judge, List<Mitigation> mitigations, double level) {

  AuditReport of(ComparisonAudit audit, List<AuditPair> pairs) {
    List<Question> questions = new ArrayList<>();
    for (AuditPair pair : pairs) {
      for (Question question : audit.questions(pair)) {
        questions.add(named(question, questions.size()));
      }
    }
    Map<String, List<List<Verdict>>> conditions = new LinkedHashMap<>();
    conditions.put(
        Effect.NO_MITIGATION, byPair(judge.judge(questions, Optional.empty()), pairs.size()));
    for (Mitigation mitigation : mitigations) {
      conditions.put(
          mitigation.label(),
          byPair(judge.judge(questions, Optional.of(mitigation)), pairs.size()));
    }
    return ComparisonReport.of(audit, pairs, conditions, level);
  }

  private static List<List<Verdict>> byPair(List<Verdict> verdicts, int pairs) {
    int perPair = verdicts.size() / pairs;
    List<List<Verdict>> byPair = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      byPair.add(verdicts.subList(pair * perPair, (pair + 1) * perPair));
    }
    return byPair;
  }

  // A pair is asked about several times, and ids must tell the questions apart.
  static Question named(Question question, int number) {
    Comparison asked = question.comparison();
    return new Question(
        new Comparison(
            number + " " + asked.id(),
            asked.cluster(),
            asked.prompt(),
            asked.first(),
            asked.second()),
        question.principle(),
        question.material());
  }
}
