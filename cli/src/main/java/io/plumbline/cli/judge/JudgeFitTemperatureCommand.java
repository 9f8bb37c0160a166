package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.judgment.audit.AuditPair;
import io.plumbline.judgment.audit.AuditPairFormat;
import io.plumbline.judgment.protocol.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the temperature that makes probabilities of a reward model's margins. */
@Command(
    name = "fit-temperature",
    description = {
      "Fits the temperature of a reward model's judgments to labelled pairs.",
      "A reward model judges with probability sigmoid((r_a - r_b) / temperature). Rewards have a"
          + " scale of their own, so without a fitted temperature the winner counts and the"
          + " probability does not."
    },
    mixinStandardHelpOptions = true)
public final class JudgeFitTemperatureCommand implements Runnable {
  private static final String REWARD = "reward:";

  @Mixin private OutputOptions output;

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      required = true,
      description = "reward:NAME, NAME@VERSION or NAME@ALIAS.")
  private String judge;

  @Option(names = "--principle", description = "What to judge by; overrides the rows' own.")
  private String principle = "";

  @Mixin private ServiceOptions service;

  @Parameters(
      paramLabel = "FILE",
      description =
          "jsonl of {prompt, chosen, rejected}, or {prompt, a, b, gold} with gold a, b, tie or a"
              + " number from 0 to 1, or LLMBar's {input, output_1, output_2, label}.")
  private Path file;

  @Override
  public void run() {
    if (!judge.startsWith(REWARD) || judge.length() == REWARD.length()) {
      throw new UsageException("--judge must be reward:NAME, is '" + judge + "'");
    }
    List<AuditPair> pairs = pairs();
    List<Question> questions = new ArrayList<>();
    for (AuditPair pair : pairs) {
      questions.add(PairAuditRun.named(pair.question(), questions.size()));
    }
    JudgeSpec spec = JudgeSpec.newBuilder().setName("judge").setModel(judge).build();
    try (Evaluator evaluator = new Evaluator(service.connect(ServiceKind.JUDGE))) {
      Map<String, Verdict> verdicts = evaluator.judge(spec, questions, principle);
      FittedTemperature fitted =
          FittedTemperature.of(
              judge.substring(REWARD.length()),
              pairs,
              questions.stream()
                  .map(question -> verdicts.get(question.comparison().id()))
                  .toList());
      output.print(fitted, fitted::text);
    }
  }

  private List<AuditPair> pairs() {
    List<AuditPair> pairs =
        Rows.read(file, new AuditPairFormat()::read, "{prompt, chosen, rejected}").stream()
            .filter(pair -> pair.gold().isPresent())
            .toList();
    if (pairs.isEmpty()) {
      throw new UsageException(
          file + " holds no label; give gold (a, b, tie or 0 to 1), or chosen and rejected");
    }
    return pairs;
  }
}
