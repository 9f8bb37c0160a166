package io.plumbline.cli.judge;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Who is audited. */
interface AuditJudge {

  /**
   * The verdicts, one per question in their order.
   *
   * @param questions with ids of their own
   * @param mitigation empty for none
   */
  List<Verdict> judge(List<Question> questions, Optional<Mitigation> mitigation);

  /** A survey without mitigation and with each. */
  AuditReport survey(Survey survey, List<Mitigation> mitigations);
}
