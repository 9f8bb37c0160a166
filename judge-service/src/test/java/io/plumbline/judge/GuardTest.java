package io.plumbline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.judge.stub.Behaviour;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limits between the service and a model, and how a verdict names what they refused. */
@QuarkusTest
class GuardTest extends JudgeServiceTestBase {
  private static final String OPEN = "circuit open: the model failed too often lately";
  private static final String FULL = "too many calls wait for this model";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  // 25 comparisons are the 50 calls that the circuit looks at.
  @Test
  void opensTheCircuitAfterFailuresTriesOneCallAndClosesAgain() throws Exception {
    for (int i = 0; i < 25; i++) {
      assertThat(fragile(Behaviour.RESETS).getDetail()).contains("connection: ");
    }
    int opened = upstreamCalls();
    assertThat(fragile(Behaviour.RESETS))
        .satisfies(
            refused -> {
              assertThat(refused.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
              assertThat(refused.getDetail()).contains(OPEN);
              assertThat(refused.hasProbabilityA()).isFalse();
            });
    assertThat(upstreamCalls()).isEqualTo(opened);

    // Half open after a second: of both orders one is tried, it fails, and the circuit stays open.
    long patience = System.nanoTime() + PATIENCE;
    Verdict tried = fragile(Behaviour.RESETS);
    while (upstreamCalls() == opened && System.nanoTime() < patience) {
      tried = fragile(Behaviour.RESETS);
    }
    assertThat(upstreamCalls()).isEqualTo(opened + 1);
    assertThat(tried.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(fragile(Behaviour.RESETS).getDetail()).contains(OPEN);

    // The model works again: the next call that is tried closes the circuit for all.
    Verdict verdict = fragile(Behaviour.PLAIN);
    while (verdict.getState() != VerdictState.VERDICT_STATE_OK && System.nanoTime() < patience) {
      assertThat(verdict.getDetail()).contains(OPEN);
      verdict = fragile(Behaviour.PLAIN);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(fragile(Behaviour.PLAIN).getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    }
  }

  // One call in flight and one that waits: a comparison's two orders. Another finds no room.
  @Test
  void refusesWhatFindsNoRoomInTheBulkhead() throws Exception {
    ListenableFuture<Verdict> first = judgeLater().compare(request("chat:narrow", Behaviour.HELD));
    long patience = System.nanoTime() + PATIENCE;
    while (held() == 0 && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }

    Verdict refused = compare("chat:narrow", Behaviour.HELD);

    assertThat(refused.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(refused.getDetail()).isEqualTo("first order: " + FULL);
    assertThat(held()).isEqualTo(1);
    release();
    assertThat(first.get(60, TimeUnit.SECONDS).getState()).isEqualTo(VerdictState.VERDICT_STATE_OK);
    assertThat(compare("chat:narrow", Behaviour.HELD).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  // 100,000 bytes are allowed, the answer has no end, and asking again would not help.
  @Test
  void givesUpAnAnswerWithoutEnd() throws Exception {
    int before = upstreamCalls();

    Verdict verdict = compare("chat:small", Behaviour.ENDLESS);

    assertThat(verdict.getState()).isEqualTo(VerdictState.VERDICT_STATE_FAILED);
    assertThat(verdict.getDetail())
        .isEqualTo(
            "first order: answer too large: more than 100000 bytes;"
                + " plumbline.judge.chat.*.largest-answer allows more");
    assertThat(upstreamCalls() - before).isEqualTo(2);
    assertThat(compare("chat:small", Behaviour.PLAIN).getState())
        .isEqualTo(VerdictState.VERDICT_STATE_OK);
  }

  private Verdict fragile(Behaviour behaviour) {
    return compare("chat:fragile", behaviour);
  }

  private Verdict compare(String model, Behaviour behaviour) {
    return judge().compare(request(model, behaviour));
  }

  private static CompareRequest request(String model, Behaviour behaviour) {
    return CompareRequest.newBuilder()
        .setJudge(JudgeSpec.newBuilder().setModel(model).setPrinciple(behaviour.principle()))
        .setComparison(comparison("of GuardTest", "GOOD", "BAD"))
        .build();
  }
}
