package io.plumbline.judge.model.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

/** One request a second, and a second's worth at once: two go, whoever comes next waits. */
class LimitsTest {
  private static final int QUEUE = 1_000;

  private final ManualClock clock = new ManualClock();
  private final Limits limits = limits(Optional.of(60.0), Optional.empty());

  @Test
  void letsCallsThroughInTheirOrderAtThePace() {
    List<CompletableFuture<Void>> calls = entered(limits, 5);

    assertThat(calls.stream().filter(CompletableFuture::isDone)).hasSize(2);
    clock.move(Duration.ofSeconds(1));
    assertThat(calls.get(2)).isDone();
    assertThat(calls.get(3)).isNotDone();
    clock.move(Duration.ofSeconds(2));
    assertThat(calls).allMatch(CompletableFuture::isDone);
  }

  // Three rounds of 500 callers whose patience ends: whoever comes then waits a second, not 1,500.
  @Test
  void givesThePlaceOfCancelledCallersToTheNext() {
    entered(limits, 2);
    for (int round = 0; round < 3; round++) {
      List<CompletableFuture<Void>> impatient = entered(limits, 500);
      assertThat(limits.waiting()).isEqualTo(500);
      impatient.forEach(call -> call.cancel(true));
      assertThat(limits.waiting()).isZero();
    }

    CompletableFuture<Void> next = entered(limits, 1).get(0);

    assertThat(next).isNotDone();
    clock.move(Duration.ofSeconds(1));
    assertThat(next).isDone();
  }

  @Test
  void refusesMoreThanMayWait() {
    entered(limits, 2 + QUEUE);

    CompletableFuture<Void> refused = entered(limits, 1).get(0);

    assertThat(limits.waiting()).isEqualTo(QUEUE);
    assertThatThrownBy(refused::join).hasCauseInstanceOf(BulkheadException.class);
  }

  // Let in, but refused by the circuit or given up before it was sent: the next goes in its place.
  @Test
  void givesBackWhatWasNotSent() {
    Admission refused = limits.request(0, 0);
    Admission unwanted = limits.request(0, 0);
    refused.admitted().await().indefinitely();
    unwanted.admitted().await().indefinitely();
    List<CompletableFuture<Void>> next = entered(limits, 3);
    assertThat(limits.waiting()).isEqualTo(3);

    refused.failed();
    unwanted.abandoned();
    assertThat(unwanted.send()).isFalse();

    assertThat(next.stream().filter(CompletableFuture::isDone)).hasSize(2);
  }

  // 100 tokens a second. 200 bytes are 50 tokens, and 450 may be answered: taken at once for the
  // second that is free, paid after 4 s. An answer of 50 and 50 gives 400 back, none keeps them.
  @Test
  void settlesByWhatTheEndpointSaysItUsedOrElseByTheEstimate() {
    for (boolean metered : new boolean[] {true, false}) {
      Limits paced = limits(Optional.empty(), Optional.of(6_000.0));
      Admission call = paced.request(200, 450);
      call.admitted().await().indefinitely();
      assertThat(call.send()).isTrue();
      CompletableFuture<Void> next = entered(paced, 1).get(0);
      assertThat(next).isNotDone();

      if (metered) {
        call.answered(50, 50);
        assertThat(next).isDone();
      } else {
        call.answered();
        clock.move(Duration.ofMillis(3_999));
        assertThat(next).isNotDone();
        clock.move(Duration.ofMillis(1));
        assertThat(next).isDone();
      }
    }
  }

  // A thousand tokens a second; each call is let in for as many and uses 300, so that every end
  // brings the next one's turn forward. What was set for later is not set again and again.
  @Test
  void setsNoMoreAlarmsThanAreOfUse() {
    Limits paced = limits(Optional.empty(), Optional.of(60_000.0));
    List<Admission> calls = new ArrayList<>();
    List<CompletableFuture<Void>> admitted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Admission call = paced.request(0, 1_000);
      calls.add(call);
      admitted.add(call.admitted().subscribeAsCompletionStage());
    }
    int most = 0;
    for (int i = 0; i < calls.size(); i++) {
      while (!admitted.get(i).isDone()) {
        clock.move(Duration.ofMillis(100));
      }
      calls.get(i).send();
      calls.get(i).answered(100, 200);
      most = Math.max(most, clock.pending());
    }

    // An alarm waits for a second at most, in which three calls end.
    assertThat(most).isLessThan(10);
  }

  // A million of each cost 2 and 8: 50 and 450 tokens are 0.0001 and 0.0036.
  @Test
  void pricesTheEstimateWhereTheEndpointSaysNothing() {
    Admission call = limits.request(200, 450);
    call.admitted().await().indefinitely();
    call.send();

    assertThat(call.answered()).isEqualTo(0.0037);
  }

  private Limits limits(Optional<Double> requests, Optional<Double> tokens) {
    return new Limits(
        requests.map(perMinute -> new Pace(perMinute, clock.now())),
        tokens.map(perMinute -> new Pace(perMinute, clock.now())),
        Optional.empty(),
        new Price(2, 8),
        QUEUE,
        clock);
  }

  private static List<CompletableFuture<Void>> entered(Limits limits, int calls) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    IntStream.range(0, calls)
        .forEach(
            i -> {
              Admission call = limits.request(0, 0);
              all.add(
                  call.admitted()
                      .onCancellation()
                      .invoke(call::abandoned)
                      .subscribeAsCompletionStage());
            });
    return all;
  }
}
