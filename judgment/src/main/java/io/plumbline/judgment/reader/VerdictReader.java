package io.plumbline.judgment.reader;

/** Reads one form of verdict. Every text gives a reading; no text makes a reader throw. */
@FunctionalInterface
public interface VerdictReader {
  Reading read(JudgeText text);
}
