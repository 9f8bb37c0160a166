package io.plumbline.judgment.verdict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a verdict within a bound, as they are sent and printed: the longest are cut in the
 * middle, so that what a judge began and ended with stays.
 */
public final class Transcript {
  /** Bytes in UTF-8 of all texts together. */
  public static final int LARGEST = 48 * 1024;

  private static final int BYTES_OF_CHARACTER = 3;

  private Transcript() {}

  /** The entries in their order, those of too long texts cut. */
  public static List<TranscriptEntry> bounded(List<TranscriptEntry> entries) {
    List<Integer> sizes = entries.stream().map(entry -> bytes(entry.text())).toList();
    int share = share(sizes.stream().sorted().toList());
    List<TranscriptEntry> bounded = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      TranscriptEntry entry = entries.get(i);
      bounded.add(sizes.get(i) <= share ? entry : entry.saying(cut(entry.text(), share)));
    }
    return bounded;
  }

  // What one text may have when the shorter ones leave what they do not need.
  private static int share(List<Integer> ascending) {
    int left = LARGEST;
    for (int i = 0; i < ascending.size(); i++) {
      int share = left / (ascending.size() - i);
      if (ascending.get(i) > share) {
        return share;
      }
      left -= ascending.get(i);
    }
    return LARGEST;
  }

  // No character has more than three bytes (four for two of them), so the cut text has its share.
  private static String cut(String text, int share) {
    String mark = " [… %d characters left out …] ".formatted(text.length());
    int kept = Math.max(0, (share - bytes(mark)) / BYTES_OF_CHARACTER);
    if (bytes(text) == text.length()) {
      kept = Math.max(0, share - bytes(mark));
    }
    int head = whole(text, kept / 2);
    int tail = whole(text, text.length() - kept / 2);
    return text.substring(0, head)
        + " [… %d characters left out …] ".formatted(tail - head)
        + text.substring(tail);
  }

  // A place that does not stand between the two halves of a character.
  private static int whole(String text, int place) {
    return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place))
        ? place - 1
        : place;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
