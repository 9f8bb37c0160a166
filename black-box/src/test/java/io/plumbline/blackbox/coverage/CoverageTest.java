package io.plumbline.blackbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.blackbox.door.Calls;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void namesWhatAnsweredNoTestWell() {
    Calls calls = new Calls();
    calls.answered("a.A/One");
    calls.answered("GET", "/runs/7", 200);
    calls.answered("POST", "/runs", 404);

    Coverage coverage =
        Coverage.of(
            Set.of("a.A/One", "a.A/Two"),
            List.of(new Operation("get", "/runs/{id}"), new Operation("post", "/runs")),
            calls);

    assertThat(coverage.missed()).containsExactly("a.A/Two", "POST /runs");
    assertThat(coverage.line())
        .isEqualTo("2 gRPC methods and 2 REST operations, 2 of them without a good answer");
  }

  @Test
  void hasNothingToNameWhereAllAnswered() {
    Calls calls = new Calls();
    calls.answered("a.A/One");
    calls.answered("POST", "/runs", 201);

    assertThat(
            Coverage.of(Set.of("a.A/One"), List.of(new Operation("post", "/runs")), calls).missed())
        .isEmpty();
  }
}
