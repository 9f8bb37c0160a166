package io.plumbline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TallyTest {
  @Test
  void isGoodWhereAllRanAndNoneFailed() {
    Tally tally = run(Passing.class);

    assertThat(tally.isGood()).isTrue();
    assertThat(tally.line()).isEqualTo("2 ran, 0 failed, 0 skipped");
  }

  @Test
  void isNotGoodWhereNothingRan() {
    Tally tally = run();

    assertThat(tally.isGood()).isFalse();
    assertThat(tally.line()).isEqualTo("0 ran, 0 failed, 0 skipped");
  }

  @Test
  void isNotGoodWhereOneFailed() {
    Tally tally = run(Passing.class, Failing.class);

    assertThat(tally.isGood()).isFalse();
    assertThat(tally.line()).isEqualTo("3 ran, 1 failed, 0 skipped");
  }

  @Test
  void isNotGoodWhereOneWasSkipped() {
    Tally tally = run(Passing.class, Skipped.class);

    assertThat(tally.isGood()).isFalse();
    assertThat(tally.line()).isEqualTo("2 ran, 0 failed, 1 skipped");
  }

  @Test
  void isNotGoodWhereAnAssumptionDidNotHold() {
    Tally tally = run(Passing.class, Assuming.class);

    assertThat(tally.isGood()).isFalse();
    assertThat(tally.line()).isEqualTo("3 ran, 0 failed, 1 skipped");
  }

  @Test
  void isNotGoodWhereAClassCouldNotBegin() {
    Tally tally = run(Passing.class, NotBeginning.class);

    assertThat(tally.isGood()).isFalse();
    assertThat(tally.line()).isEqualTo("2 ran, 1 failed, 0 skipped");
  }

  private static Tally run(Class<?>... tests) {
    Tally tally = new Tally();
    var request = LauncherDiscoveryRequestBuilder.request();
    for (Class<?> each : tests) {
      request.selectors(selectClass(each));
    }
    LauncherFactory.create().execute(request.build(), tally);
    return tally;
  }

  static class Passing {
    @Test
    void one() {
      assertThat(new int[0]).isEmpty();
    }

    @Test
    void two() {
      assertThat(new int[1]).hasSize(1);
    }
  }

  static class Failing {
    @Test
    void fails() {
      fail("as it should");
    }
  }

  static class Skipped {
    @Test
    @Disabled("as it should be")
    void isSkipped() {
      fail("is not to run");
    }
  }

  static class Assuming {
    @Test
    void assumes() {
      Assumptions.assumeTrue(false);
    }
  }

  static class NotBeginning {
    @BeforeAll
    static void begin() {
      throw new IllegalStateException("as it should");
    }

    @Test
    void isNotReached() {
      fail("is not to run");
    }
  }
}
