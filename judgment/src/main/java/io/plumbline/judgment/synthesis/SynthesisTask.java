package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;

/**
 * A prompt to write pairs for.
 *
 * @param instruction what the generator is told besides the prompt, as a system turn; may be empty
 * @param principle what the judge goes by; empty for general helpfulness
 */
public record SynthesisTask(String id, Content prompt, String instruction, String principle) {
  public SynthesisTask {
    requireNonNull(id, "id is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(instruction, "instruction is null");
    requireNonNull(principle, "principle is null");
  }

  /** The same prompt under other words for the generator and the judge. */
  SynthesisTask under(String newInstruction, String newPrinciple) {
    return new SynthesisTask(id, prompt, newInstruction, newPrinciple);
  }

  Comparison comparison(String name, Draft first, Draft second) {
    return new Comparison(
        id + "/" + name, id, prompt, Completion.text(first.text()), Completion.text(second.text()));
  }
}
