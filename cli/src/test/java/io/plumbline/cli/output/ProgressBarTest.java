package io.plumbline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();

  @Test
  void drawsHowMuchIsDone() {
    assertThat(ProgressBar.line("sample", 6, 24, "completions", "loss 0.5"))
        .isEqualTo(
            "sample" + " ".repeat(29) + "[######------------------] 6/24 completions  loss 0.5");
  }

  @Test
  void countsBytesInMegabytes() {
    assertThat(ProgressBar.line("download", 61_400_000, 0, "bytes", "")).endsWith("61 MB");
  }

  @Test
  void printsALineNowAndThenWhereThereIsNoTerminal() {
    try (ProgressBar bar = new ProgressBar(stream, false, clock::get)) {
      bar.update("sample", 1, 9, "completions", "");
      clock.addAndGet(9 * SECOND);
      bar.update("sample", 2, 9, "completions", "");
      clock.addAndGet(SECOND);
      bar.update("sample", 3, 9, "completions", "");
      bar.finish("sample done");
    }

    assertThat(
            bytes.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(".* ", "")))
        .containsExactly("completions", "completions", "done");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("1/9", "3/9").doesNotContain("2/9");
  }
}
