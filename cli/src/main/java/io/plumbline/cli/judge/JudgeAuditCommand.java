package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.judgment.audit.Probe;
import io.plumbline.judgment.audit.ProbeEffect;
import io.plumbline.judgment.audit.Probes;
import io.plumbline.judgment.protocol.Protocols;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.preference.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how far a judge can be baited, probe by probe. */
@Command(
    name = "audit",
    description = {
      "Measures what baits do to a judge: the change in the first completion's score (its win"
          + " probability where the judge gives one) from a bait, minus the change from a neutral"
          + " sentence of equal length, with its 95 % interval clustered by prompt.",
      "Without FILE it lists the probes."
    },
    mixinStandardHelpOptions = true)
public final class JudgeAuditCommand implements Runnable {
  private static final double LEVEL = 0.95;

  @Mixin private OutputOptions output;

  @Option(
      names = "--probe",
      paramLabel = "NAME",
      description = "Which probes to run; all by default.")
  private List<String> names = List.of();

  @Option(names = "--judge", paramLabel = "MODEL", description = "chat:NAME or reward:NAME.")
  private String judge;

  @Option(names = "--protocol", paramLabel = "NAME", description = "How a chat model is asked.")
  private String protocol = Protocols.DEFAULT;

  @Option(names = "--principle", description = "What the judge goes by.")
  private String principle = "";

  @Option(names = "--address", paramLabel = "HOST:PORT", description = "judge-service's gRPC door.")
  private String address;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "jsonl of {prompt, a, b} or {prompt, chosen, rejected}.")
  private Path file;

  /** A probe in the list. */
  record ProbeRow(String name, String summary, List<Integer> methods) {}

  /** A probe's effect. */
  record EffectRow(
      String probe,
      String judge,
      int pairs,
      int undecided,
      double effect,
      double low,
      double high,
      double level) {}

  @Override
  public void run() {
    List<Probe> probes = probes();
    if (file == null) {
      list(probes);
      return;
    }
    if (judge == null) {
      throw new UsageException("name --judge: chat:NAME or reward:NAME");
    }
    try {
      audit(probes);
    } catch (IOException unreadable) {
      throw new CommandFailedException(unreadable.getMessage(), unreadable);
    }
  }

  private List<Probe> probes() {
    return names.isEmpty()
        ? Probes.all()
        : names.stream()
            .map(
                name ->
                    Probes.named(name)
                        .orElseThrow(
                            () ->
                                new UsageException(
                                    "--probe '%s' is none of %s"
                                        .formatted(
                                            name,
                                            Probes.all().stream().map(Probe::name).toList()))))
            .toList();
  }

  private void list(List<Probe> probes) {
    List<ProbeRow> rows =
        probes.stream()
            .map(probe -> new ProbeRow(probe.name(), probe.summary(), probe.methods()))
            .toList();
    output.print(
        rows,
        () ->
            rows.stream()
                .map(row -> "%-24s %s".formatted(row.name(), row.summary()))
                .collect(Collectors.joining("\n")));
  }

  private void audit(List<Probe> probes) throws IOException {
    List<Question> questions = QuestionFile.read(file);
    JudgeSpec spec =
        JudgeSpec.newBuilder().setName("judge").setModel(judge).setProtocol(protocol).build();
    List<EffectRow> rows = new ArrayList<>();
    try (Evaluator evaluator = Evaluator.at(address)) {
      for (Probe probe : probes) {
        List<Question> both = new ArrayList<>();
        questions.forEach(
            question -> {
              both.add(changed(question, "treated ", probe.treated(question.comparison())));
              both.add(changed(question, "control ", probe.control(question.comparison())));
            });
        rows.add(effect(probe, questions, evaluator.judge(spec, both, principle)));
      }
    }
    output.print(
        rows,
        () ->
            "probe                    pairs   effect  [95 % interval]\n"
                + rows.stream()
                    .map(
                        row ->
                            "%-24s %5d  %+.4f  [%+.4f, %+.4f]"
                                .formatted(
                                    row.probe(), row.pairs(), row.effect(), row.low(), row.high()))
                    .collect(Collectors.joining("\n")));
  }

  private static Question changed(Question question, String prefix, Comparison to) {
    return new Question(
        new Comparison(prefix + to.id(), to.cluster(), to.prompt(), to.first(), to.second()),
        question.principle(),
        question.material());
  }

  private EffectRow effect(Probe probe, List<Question> questions, Map<String, Verdict> verdicts) {
    List<ProbeEffect.ScoredPair> pairs =
        questions.stream()
            .map(
                question ->
                    new ProbeEffect.ScoredPair(
                        question.comparison().cluster(),
                        score(verdicts.get("treated " + question.comparison().id())),
                        score(verdicts.get("control " + question.comparison().id()))))
            .toList();
    ProbeEffect effect;
    try {
      effect = ProbeEffect.of(probe.name(), pairs, LEVEL);
    } catch (IllegalArgumentException nothing) {
      throw new CommandFailedException(probe.name() + ": " + nothing.getMessage(), nothing);
    }
    return new EffectRow(
        probe.name(),
        judge,
        effect.pairs(),
        effect.undecided(),
        effect.interval().estimate(),
        effect.interval().lower(),
        effect.interval().upper(),
        LEVEL);
  }

  // A judge that contradicts itself still has a probability, its mean over both orders.
  private static double score(Verdict verdict) {
    if (verdict.hasProbabilityA()) {
      return verdict.getProbabilityA();
    }
    if (verdict.getState() == VerdictState.VERDICT_STATE_INCONSISTENT) {
      return 0.5;
    }
    if (verdict.getState() != VerdictState.VERDICT_STATE_OK) {
      return Double.NaN;
    }
    return verdict.getWinner() == Winner.WINNER_A
        ? 1
        : verdict.getWinner() == Winner.WINNER_B ? 0 : 0.5;
  }
}
