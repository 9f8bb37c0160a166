package io.plumbline.blackbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.AuditDescription;
import io.plumbline.api.v1alpha1.AuditEffect;
import io.plumbline.api.v1alpha1.AuditPair;
import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc.JudgeServiceBlockingStub;
import io.plumbline.api.v1alpha1.ListAuditsRequest;
import io.plumbline.api.v1alpha1.ListAuditsResponse;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final Doors DOORS = Doors.of(Service.JUDGE);

  // The stub looks for one word in either answer: no other sentence can move it.
  @Test
  void findsNoEffectOfAnInjectionOnAJudgeThatIgnoresIt() {
    AuditEffect effect = judge().audit(audit("injection")).getEffects(0);

    assertThat(effect.getN()).isEqualTo(4);
    assertThat(effect.getEstimate()).isZero();
  }

  // A survey asks what comes with the service: its data files have to be in the package.
  @Test
  void asksASurveyWithTheMaterialOfTheService() {
    AuditReport report =
        judge()
            .audit(
                AuditRequest.newBuilder()
                    .setJudge(Comparisons.CHAT)
                    .setAudit("thought-diversity")
                    .build());

    assertThat(report.getEffectsCount()).isPositive();
    assertThat(report.getStatesMap().values().stream().mapToLong(Long::longValue).sum())
        .isPositive();
  }

  @Test
  void refusesAnAuditThatThereIsNot() {
    assertThatThrownBy(() -> judge().audit(audit("astrology")))
        .hasMessageStartingWith("INVALID_ARGUMENT: audit");
  }

  @Test
  void offersTheSameOverRest() throws Exception {
    var report = DOORS.post("/v1alpha1/audit", ContractBody.json(audit("injection")));
    var audits = DOORS.get("/v1alpha1/audits");

    assertThat(
            ContractBody.read(report.body(), AuditReport.newBuilder()).getEffects(0).getEstimate())
        .isZero();
    assertThat(ContractBody.read(audits.body(), ListAuditsResponse.newBuilder()).getAuditsList())
        .isEqualTo(judge().listAudits(ListAuditsRequest.getDefaultInstance()).getAuditsList())
        .extracting(AuditDescription::getName)
        .contains("injection", "position", "discrimination");
  }

  private static JudgeServiceBlockingStub judge() {
    return JudgeServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static AuditRequest audit(String name) {
    AuditRequest.Builder request =
        AuditRequest.newBuilder().setJudge(Comparisons.CHAT).setAudit(name);
    for (int pair = 0; pair < 4; pair++) {
      request.addPairs(
          AuditPair.newBuilder()
              .setComparison(Comparisons.of("audited " + pair, true))
              .setGold(1.0));
    }
    return request.build();
  }
}
