package io.plumbline.judge.model.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.PostgresTestResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A completion token costs 1, a prompt token nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SpendingTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @Inject Pool pool;

  // Each may cost 4 of 10: two go. The first costs 1, so 1 + 4 + 4 = 9, and the third goes.
  @Test
  void setsAsideWhatCallsUnderWayMayCost() {
    Spending spending = new Spending(pool);
    spending.loaded("reserved").await().indefinitely();
    Limits limits = limits("reserved", 10, spending);
    List<Admission> calls = Stream.generate(() -> limits.request(0, 4)).limit(4).toList();
    List<CompletableFuture<Void>> entered =
        calls.stream().map(call -> call.admitted().subscribeAsCompletionStage()).toList();
    entered.get(0).join();
    entered.get(1).join();
    assertThat(limits.waiting()).isEqualTo(2);

    calls.get(0).send();
    calls.get(0).answered(0, 1);
    entered.get(2).join();
    assertThat(entered.get(3)).isNotDone();

    // 1 + 4 + 4 are spent, and a last call need not be covered; then 10 of 10 are gone.
    calls.get(1).send();
    calls.get(1).answered();
    calls.get(2).send();
    calls.get(2).abandoned();
    entered.get(3).join();
    calls.get(3).send();
    calls.get(3).answered(0, 1);
    assertThatThrownBy(() -> limits.request(0, 1).admitted().await().indefinitely())
        .isInstanceOf(BudgetSpentException.class)
        .hasMessageStartingWith("the budget of reserved is spent: 10.0 of 10.0");
  }

  // Two were let in before the money ended; the second waited behind the first for its turn.
  @Test
  void sendsNothingOnceTheMoneyEnded() {
    Limits limits = limits("ended", 8, new Spending(pool));
    Admission first = limits.request(0, 4);
    Admission second = limits.request(0, 4);
    first.admitted().await().indefinitely();
    second.admitted().await().indefinitely();

    first.send();
    first.answered(0, 8);

    assertThatThrownBy(second::send).isInstanceOf(BudgetSpentException.class);
  }

  @Test
  void hasWrittenWhatWasSpentWhenItStops() {
    Spending spending = new Spending(pool);
    spending.loaded("stopped").await().indefinitely();
    spending.add("stopped", 1);
    spending.add("stopped", 2);
    spending.stop(new ShutdownEvent());

    assertThat(spent("stopped")).isEqualTo(3);
  }

  // A trigger refuses the first writes; a sequence counts them, since it is not rolled back.
  @Test
  void triesAgainWhatCouldNotBeWritten() {
    run("create sequence refusals");
    run(
        "create function refuse() returns trigger language plpgsql as $$"
            + " begin perform nextval('refusals'); raise exception 'away'; end $$");
    run("create trigger refusing before insert on model_spending execute function refuse()");
    Spending spending = new Spending(pool);
    spending.add("refused", 2);
    long patience = System.nanoTime() + PATIENCE;
    while (number("select case when is_called then last_value else 0 end from refusals") == 0
        && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    run("drop trigger refusing on model_spending");
    spending.add("refused", 3);
    spending.stop(new ShutdownEvent());

    assertThat(spent("refused")).isEqualTo(5);
  }

  private double spent(String model) {
    Spending later = new Spending(pool);
    later.loaded(model).await().indefinitely();
    return later.of(model);
  }

  private long number(String query) {
    return pool.query(query).execute().await().indefinitely().iterator().next().getLong(0);
  }

  private void run(String statement) {
    pool.query(statement).execute().await().indefinitely();
  }

  private static Limits limits(String model, double budget, Spending spending) {
    return new Limits(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Budget(model, budget, spending)),
        new Price(0, 1_000_000),
        100,
        Clock.system());
  }
}
