package io.plumbline.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OneLineErrorsTest {
  private final StringWriter err = new StringWriter();

  @Test
  void badInputIsExitCodeTwo() {
    assertThat(run(new UsageException("no such file: x; check the path"))).isEqualTo(2);

    assertThat(err.toString().strip()).isEqualTo("plumbline: no such file: x; check the path");
  }

  @Test
  void aFullDiskIsExitCodeTwoWithARemedy() {
    assertThat(run(new IOException("initdb failed in /d: No space left on device"))).isEqualTo(2);

    assertThat(err.toString().strip())
        .isEqualTo(
            "plumbline: initdb failed in /d: No space left on device;"
                + " make room there or choose another directory");
  }

  @Test
  void anyOtherFailureIsExitCodeOneInOneLine() {
    assertThat(run(new IllegalStateException("first\n  second"))).isEqualTo(1);

    assertThat(err.toString().strip()).isEqualTo("plumbline: first; second");
  }

  private int run(Exception failure) {
    return new CommandLine(new Failing(failure))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new OneLineErrors())
        .execute();
  }

  @Command
  private record Failing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
