package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.protocol.Step;
import java.util.List;

/** An audit that asks a model questions from its material and reports effects. */
public interface Survey {

  String name();

  /** What is tested, in one sentence. */
  String summary();

  /** The fields of a row of material, as a user's own file must hold them. */
  String fields();

  /** Numbers in METHODS.md. */
  List<Integer> methods();

  /**
   * @throws MaterialException naming the row and field that cannot be used
   */
  Step<AuditReport> begin(Material material, SurveySettings settings);
}
