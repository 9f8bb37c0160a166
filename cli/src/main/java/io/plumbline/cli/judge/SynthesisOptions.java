package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.SynthesisForm;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import picocli.CommandLine.Option;

/** How pairs are written, and by which models. */
public final class SynthesisOptions {
  /** The ways of writing pairs. */
  enum Form {
    LOOP(SynthesisForm.SYNTHESIS_FORM_FEEDBACK_LOOP),
    PROMPTS(SynthesisForm.SYNTHESIS_FORM_PROMPT_FEEDBACK);

    private final SynthesisForm message;

    Form(SynthesisForm message) {
      this.message = message;
    }
  }

  @Option(
      names = "--generator",
      required = true,
      paramLabel = "MODEL",
      description = "Who answers: chat:NAME.")
  private String generator;

  @Option(
      names = "--reviewer",
      paramLabel = "MODEL",
      description = "Who reviews: chat:NAME; the generator by default.")
  private String reviewer;

  @Option(
      names = "--judge",
      required = true,
      paramLabel = "MODEL",
      description = "Who says which answer is better: chat:NAME or reward:NAME.")
  private String judge;

  @Option(
      names = "--verifier",
      paramLabel = "MODEL",
      description = "With --form prompts: who must agree, reward:NAME for example.")
  private String verifier;

  @Option(
      names = "--form",
      paramLabel = "NAME",
      description =
          "loop (default): the best answer is reviewed and written anew; prompts: several answers,"
              + " until a pair is good enough the reviewer rewrites the prompts.")
  private Form form = Form.LOOP;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "How a chat judge is asked, tools or lookup for example; see judge protocols.")
  private String protocol = "";

  @Option(names = "--principle", description = "What the judge goes by.")
  private String principle = "";

  @Option(names = "--instruction", description = "What the generator is told besides the prompt.")
  private String instruction = "";

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Of generator and reviewer; default ${DEFAULT-VALUE}. The judge's is 0.")
  private double temperature = 0.7;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Of an answer, reasoning included; default as the service has it.")
  private Integer maximumTokens;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds at most, 1 to 8; default ${DEFAULT-VALUE}.")
  private int rounds = 2;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description = "With --form prompts: answers a round, 2 to 6; default 3.")
  private int candidates;

  @Option(
      names = "--least-probability",
      paramLabel = "P",
      description = "With --form prompts: what a pair needs, in [0, 1); default none.")
  private double leastProbability;

  /** The request for a prompt. */
  SynthesizeRequest request(PromptRow row) {
    SynthesizeRequest.Builder request =
        SynthesizeRequest.newBuilder()
            .setGenerator(writer(generator).setPrinciple(instruction))
            .setJudge(
                JudgeSpec.newBuilder()
                    .setName("judge")
                    .setModel(judge)
                    .setProtocol(protocol)
                    .setPrinciple(principle))
            .setPrompt(row.message())
            .putAllMaterial(row.material())
            .setForm(form.message)
            .setRounds(rounds)
            .setCandidates(candidates)
            .setLeastProbability(leastProbability);
    if (reviewer != null) {
      request.setReviewer(writer(reviewer));
    }
    if (verifier != null) {
      request.setVerifier(JudgeSpec.newBuilder().setName("verifier").setModel(verifier));
    }
    return request.build();
  }

  private JudgeSpec.Builder writer(String model) {
    JudgeSpec.Builder writer =
        JudgeSpec.newBuilder().setName(model).setModel(model).setTemperature(temperature);
    if (maximumTokens != null) {
      writer.getSamplingBuilder().setMaxCompletionTokens(maximumTokens);
    }
    return writer;
  }
}
