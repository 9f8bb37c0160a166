package io.plumbline.judgment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final int LARGEST = 48 * 1024;

  @Test
  void leavesAloneWhatFits() {
    List<TranscriptEntry> entries = List.of(said("a".repeat(LARGEST - 1)), said("b"));

    assertThat(Transcript.bounded(entries)).isEqualTo(entries);
  }

  // The short text keeps its 1,000 bytes, the long ones share the other 48,152: 24,076 each.
  @Test
  void cutsTheLongestInTheMiddle() {
    String large = "first " + "x".repeat(1_000_000) + " last";

    List<TranscriptEntry> bounded =
        Transcript.bounded(List.of(said(large), said("s".repeat(1_000)), said(large)));

    assertThat(bounded.get(1).text()).hasSize(1_000);
    assertThat(bounded.get(0).text())
        .startsWith("first x")
        .endsWith("x last")
        .containsPattern("\\[… 97\\d{4} characters left out …\\]");
    assertThat(bytes(bounded.get(0))).isBetween(24_000, 24_076);
    assertThat(bounded.stream().mapToInt(TranscriptTest::bytes).sum()).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void cutsNoCharacterInTwo() {
    List<TranscriptEntry> bounded =
        Transcript.bounded(List.of(said("\uD83D\uDE00".repeat(50_000)), said("é".repeat(50_000))));

    String text = bounded.get(0).text();
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(bounded.stream().mapToInt(TranscriptTest::bytes).sum()).isLessThanOrEqualTo(LARGEST);
  }

  private static TranscriptEntry said(String text) {
    return TranscriptEntry.written("critique", text);
  }

  private static int bytes(TranscriptEntry entry) {
    return entry.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
