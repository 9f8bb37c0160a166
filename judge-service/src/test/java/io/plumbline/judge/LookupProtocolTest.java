package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Lookups through the running service, at servers on and off the operator's list. */
@QuarkusTest
class LookupProtocolTest extends JudgeServiceTestBase {

  // The server says 8849 m: A is right in both orders. Either order looks it up for itself.
  @Test
  void judgesByWhatStandsAtAnAllowedOrigin() throws Exception {
    int before = hits("stub.facts.url");

    Verdict verdict = verdict("stub.facts.url");

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(verdict.getWinner()).isEqualTo(Winner.WINNER_A);
    assertThat(hits("stub.facts.url") - before).isEqualTo(2);
    assertThat(lastRequest().encode()).contains("/height -> 8849 m");
  }

  // Nothing is fetched, the judge is told so and names whatever comes first.
  @Test
  void fetchesNothingFromAnotherOrigin() throws Exception {
    Verdict verdict = verdict("stub.secrets.url");

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_INCONSISTENT);
    assertThat(hits("stub.secrets.url")).isZero();
    assertThat(lastRequest().encode())
        .contains("error: 127.0.0.1 is not among the allowed origins")
        .doesNotContain("-> 8849 m");
  }

  private Verdict verdict(String server) {
    String source = ", says " + setting(server) + "/height";
    return judge()
        .compare(
            CompareRequest.newBuilder()
                .setJudge(
                    JudgeSpec.newBuilder()
                        .setModel("chat:keyed")
                        .setProtocol("lookup")
                        .setPrinciple(Behaviour.CHECKS.principle()))
                .setComparison(
                    comparison("height", "It is 8849 m" + source, "It is 8848 m" + source))
                .build());
  }

  private static int hits(String server) throws Exception {
    return Integer.parseInt(text(URI.create(setting(server) + "/hits")));
  }
}
