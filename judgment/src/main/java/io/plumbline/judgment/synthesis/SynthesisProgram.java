package io.plumbline.judgment.synthesis;

/** A way of writing preference pairs for a prompt. */
public interface SynthesisProgram {
  Turn begin(SynthesisTask task);
}
