package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A fault that outlasts the retries ends in a state that names it, and nothing wins or loses. */
@QuarkusTest
class FaultNamesTest extends JudgeServiceTestBase {

  // One retry: two calls for each of two orders.
  @Test
  void namesEveryFaultThatOutlastsTheRetries() throws Exception {
    int before = upstreamCalls();

    assertFailed(Behaviour.RESETS, "connection: ");
    assertFailed(Behaviour.HALF, "no valid JSON: {\"model\":\"stub-1\"");
    assertFailed(Behaviour.PAGE, "no valid JSON: <html>busy</html>");
    assertFailed(Behaviour.STALLS, "deadline exceeded");
    assertFailed(Behaviour.OVERLOADED, "HTTP 429");

    assertThat(upstreamCalls() - before).isEqualTo(5 * 4);
  }

  @Test
  void namesMissingLogProbabilities() {
    Verdict verdict = compare("chat:strict", Behaviour.PLAIN);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_NO_LOGPROBS);
    assertThat(verdict.getForward().getRawText()).isEqualTo("A");
  }

  private void assertFailed(Behaviour behaviour, String reason) {
    Verdict verdict = compare("chat:hasty", behaviour);

    assertThat(verdict.getState()).as("%s", behaviour).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(verdict.getDetail()).as("%s", behaviour).startsWith("first order: " + reason);
    assertThat(verdict.hasProbabilityA()).isFalse();
  }

  private Verdict compare(String model, Behaviour behaviour) {
    return judge()
        .compare(
            CompareRequest.newBuilder()
                .setJudge(
                    JudgeSpec.newBuilder().setModel(model).setPrinciple(behaviour.principle()))
                .setComparison(comparison("of FaultNamesTest", "GOOD", "BAD"))
                .build());
  }
}
