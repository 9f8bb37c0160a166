package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.AuditEffect;
import io.plumbline.api.v1alpha1.AuditPair;
import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MitigationAuditTest extends JudgeServiceTestBase {
  private static final int PAIRS = 200;

  /** Student's t with 199 degrees of freedom, 0.975. */
  private static final double T = 1.971957;

  // Gold says that the GOOD one is better, so the order stands in the other, which has 0 without it
  // and 1 where the stub obeys: in 150 of 200 pairs, under the mitigations in 50, 100 and 25. A
  // mitigation's pairwise changes are −1 in 100, 50 and 125 pairs, else 0; a mean m of such has the
  // standard error √(|m| (1 − |m|)/199).
  @Test
  void measuresWhatEachMitigationDoesToAJudgeThatHeedsIt() {
    AuditReport report =
        judge()
            .audit(
                audit("injection", Behaviour.HEEDS, PAIRS)
                    .addAllMitigations(List.of("system-prompt", "examples", "self-reflection"))
                    .build());

    expect(report, "none", 0.75);
    expect(report, "system-prompt", 0.25);
    expect(report, "change by system-prompt", -0.5);
    expect(report, "examples", 0.5);
    expect(report, "change by examples", -0.25);
    expect(report, "self-reflection", 0.125);
    expect(report, "change by self-reflection", -0.625);
    assertThat(report.getStatesMap()).containsOnly(Map.entry("OK", 4L * 2 * PAIRS));
  }

  // Two orders of two questions for each pair; a judgment known is not asked again.
  @Test
  void repeatsAnAuditWithoutAskingAgain() throws Exception {
    AuditRequest request = audit("authority", Behaviour.PLAIN, 30).build();
    int before = upstreamCalls();

    AuditReport first = judge().audit(request);
    assertThat(upstreamCalls() - before).isEqualTo(4 * 30);
    AuditReport second = judge().audit(request);

    assertThat(upstreamCalls() - before).isEqualTo(4 * 30);
    assertThat(second.getEffectsList()).isEqualTo(first.getEffectsList());
  }

  // One row is asked in both orders.
  @Test
  void repeatsASurveyWithoutAskingAgain() throws Exception {
    AuditRequest request =
        AuditRequest.newBuilder()
            .setJudge(chat(Behaviour.PLAIN))
            .setAudit("decision-bias")
            .setMaterial(
                "{\"category\": \"chess\", \"question\": \"Who opens?\","
                    + " \"stereotyped\": \"Ann\", \"other\": \"Bob\"}")
            .build();
    int before = upstreamCalls();

    judge().audit(request);
    judge().audit(request);

    assertThat(upstreamCalls() - before).isEqualTo(2);
  }

  // 400 calls of 100 ms, 64 at a time, take 700 ms and are cut before. What was answered by then is
  // kept: of the first call's answers at most the 64 in flight are asked for again.
  @Test
  void goesOnWhereADeadlineCutAnAudit() throws Exception {
    AuditRequest request = audit("distraction", Behaviour.SLOW, 100).build();
    int before = upstreamCalls();

    assertThatThrownBy(() -> judge().withDeadlineAfter(350, TimeUnit.MILLISECONDS).audit(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            cut -> assertThat(cut.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
    judge().audit(request);
    int asked = upstreamCalls() - before;
    judge().audit(request);

    assertThat(asked).isBetween(400, 400 + 64);
    assertThat(upstreamCalls() - before).isEqualTo(asked);
  }

  private static void expect(AuditReport report, String condition, double estimate) {
    AuditEffect effect =
        report.getEffectsList().stream()
            .filter(any -> any.getName().equals("effect"))
            .filter(any -> any.getCondition().equals(condition))
            .findFirst()
            .orElseThrow();
    double share = Math.abs(estimate);
    double half = T * Math.sqrt(share * (1 - share) / (PAIRS - 1));
    assertThat(effect.getN()).isEqualTo(PAIRS);
    assertThat(effect.getEstimate()).isCloseTo(estimate, within(1e-12));
    assertThat(effect.getInterval().getLow()).isCloseTo(estimate - half, within(1e-6));
    assertThat(effect.getInterval().getHigh()).isCloseTo(estimate + half, within(1e-6));
  }

  private static AuditRequest.Builder audit(String name, Behaviour behaviour, int pairs) {
    return AuditRequest.newBuilder()
        .setJudge(chat(behaviour))
        .setAudit(name)
        .addAllPairs(IntStream.range(0, pairs).mapToObj(MitigationAuditTest::pair).toList());
  }

  private static AuditPair pair(int number) {
    String words = " answer to %03d".formatted(number);
    return AuditPair.newBuilder()
        .setComparison(comparison("m" + number, "a GOOD" + words, "a BAD" + words))
        .setGold(1)
        .build();
  }
}
