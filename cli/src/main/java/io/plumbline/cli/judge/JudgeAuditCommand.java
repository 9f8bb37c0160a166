package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.judgment.audit.AuditPair;
import io.plumbline.judgment.audit.AuditPairFormat;
import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.audit.ComparisonAudits;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Protocols;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.survey.SurveySettings;
import io.plumbline.judgment.survey.Surveys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what baits, places, names and the like do to a judge. */
@Command(
    name = "audit",
    description = {
      "Measures what baits, places, names and the like do to a judge, each quantity with n and its"
          + " 95 %% interval.",
      "Audits by comparisons change the pairs of FILE; surveys ask questions of their own. Without"
          + " --judge it lists them all."
    },
    mixinStandardHelpOptions = true)
public final class JudgeAuditCommand implements Runnable {
  private static final double LEVEL = 0.95;
  private static final String NULL = "null:";

  @Mixin private OutputOptions output;

  @Option(
      names = "--probe",
      paramLabel = "NAME",
      description = "Which to run; by default all by comparisons with FILE, all surveys without.")
  private List<String> names = List.of();

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description = "chat:NAME, reward:NAME, or null:uniform, null:first, null:coin.")
  private String judge;

  @Option(names = "--protocol", paramLabel = "NAME", description = "How a chat model is asked.")
  private String protocol = Protocols.DEFAULT;

  @Option(names = "--principle", description = "What the judge goes by.")
  private String principle = "";

  @Option(
      names = "--mitigation",
      paramLabel = "NAME",
      description = "Measures too what it changes: system-prompt, examples, self-reflection, all.")
  private List<String> mitigationNames = List.of();

  @Option(
      names = "--material",
      paramLabel = "FILE",
      description = "Questions or baits, instead of those that come with the audits.")
  private Path material;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How often a survey repeats its questions where it does; default 1.")
  private int samples = 1;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Of a chat model's answers, default 0; of a reward model's probabilities.")
  private double temperature;

  @Mixin private ServiceOptions service;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "jsonl of {prompt, a, b} or {prompt, chosen, rejected}, gold optional; LLMBar's"
              + " {input, output_1, output_2, label}; or {prompt, generated, human}.")
  private Path file;

  /** An audit in the list. */
  record AuditRow(String name, String summary, String takes, List<Integer> methods) {}

  @Override
  public void run() {
    List<ComparisonAudit> byPairs = new ArrayList<>();
    List<Survey> surveys = new ArrayList<>();
    choose(byPairs, surveys);
    if (judge == null) {
      if (file != null) {
        throw new UsageException("name --judge: chat:NAME, reward:NAME or null:NAME");
      }
      list(byPairs, surveys);
      return;
    }
    if (!byPairs.isEmpty() && file == null) {
      throw new UsageException("--probe " + byPairs.get(0).name() + " needs FILE with pairs");
    }
    if (samples > 1 && temperature == 0 && !judge.startsWith(NULL)) {
      throw new UsageException(
          "--samples " + samples + " needs --temperature above 0, or all answers are the same");
    }
    if (byPairs.isEmpty() && file != null) {
      throw new UsageException(
          "--probe %s asks questions of its own and reads no pairs; leave FILE out, or name"
                  .formatted(surveys.get(0).name())
              + " --material FILE for questions of yours");
    }
    try {
      audit(byPairs, surveys);
    } catch (IOException unreadable) {
      throw new CommandFailedException(unreadable.getMessage(), unreadable);
    }
  }

  private void choose(List<ComparisonAudit> byPairs, List<Survey> surveys) {
    for (String name : names) {
      ComparisonAudits.named(name).ifPresent(byPairs::add);
      Surveys.named(name).ifPresent(surveys::add);
      if (ComparisonAudits.named(name).isEmpty() && Surveys.named(name).isEmpty()) {
        throw new UsageException(
            "--probe '%s' is none of %s"
                .formatted(
                    name,
                    Stream.concat(
                            ComparisonAudits.all().stream().map(ComparisonAudit::name),
                            Surveys.all().stream().map(Survey::name))
                        .toList()));
      }
    }
    if (names.isEmpty() && (judge == null || file != null)) {
      byPairs.addAll(ComparisonAudits.all());
    }
    if (names.isEmpty() && file == null) {
      surveys.addAll(Surveys.all());
    }
  }

  private void list(List<ComparisonAudit> byPairs, List<Survey> surveys) {
    List<AuditRow> rows = new ArrayList<>();
    byPairs.forEach(
        audit ->
            rows.add(new AuditRow(audit.name(), audit.summary(), takes(audit), audit.methods())));
    surveys.forEach(
        survey ->
            rows.add(
                new AuditRow(survey.name(), survey.summary(), survey.fields(), survey.methods())));
    output.print(
        rows,
        () ->
            rows.stream()
                .map(row -> "%-24s %s".formatted(row.name(), row.summary()))
                .collect(Collectors.joining("\n")));
  }

  private static String takes(ComparisonAudit audit) {
    return audit.fields().isEmpty() ? "pairs" : "pairs; as material: " + audit.fields();
  }

  private void audit(List<ComparisonAudit> byPairs, List<Survey> surveys) throws IOException {
    List<Mitigation> mitigations = mitigations();
    List<EffectRow> rows = new ArrayList<>();
    if (judge.startsWith(NULL)) {
      run(nullJudge(), byPairs, surveys, mitigations, rows);
    } else {
      try (Evaluator evaluator = new Evaluator(service.connect(ServiceKind.JUDGE))) {
        run(serviceJudge(evaluator), byPairs, surveys, mitigations, rows);
      }
    }
    output.print(
        rows,
        () ->
            Stream.concat(Stream.of(EffectRow.heading()), rows.stream().map(EffectRow::line))
                .collect(Collectors.joining("\n")));
  }

  private void run(
      AuditJudge asked,
      List<ComparisonAudit> byPairs,
      List<Survey> surveys,
      List<Mitigation> mitigations,
      List<EffectRow> rows) {
    List<AuditPair> pairs =
        byPairs.isEmpty()
            ? List.of()
            : Rows.read(file, new AuditPairFormat()::read, "{prompt, a, b}");
    Optional<String> own = materialText();
    List<ComparisonAudit> audits =
        byPairs.stream().map(audit -> AuditMaterial.of(own, audit)).toList();
    for (ComparisonAudit audit : audits) {
      add(rows, new PairAuditRun(asked, mitigations, LEVEL).of(audit, pairs));
    }
    for (Survey survey : surveys) {
      add(rows, asked.survey(survey, mitigations));
    }
  }

  private void add(List<EffectRow> rows, AuditReport report) {
    report
        .effects()
        .forEach(effect -> rows.add(EffectRow.of(report.audit(), judge, effect, LEVEL)));
  }

  private AuditJudge nullJudge() {
    NullModel model =
        NullModel.named(judge.substring(NULL.length()))
            .orElseThrow(
                () ->
                    new UsageException(
                        "--judge '%s' is none of %s"
                            .formatted(
                                judge,
                                Arrays.stream(NullModel.values())
                                    .map(known -> NULL + known.label())
                                    .toList())));
    return new NullAuditJudge(
        model,
        Protocols.named(protocol)
            .orElseThrow(() -> new UsageException("--protocol '" + protocol + "' is unknown"))
            .create(VerdictSource.PROBABILITIES_OR_TEXT),
        materialText(),
        new SurveySettings(VerdictSource.PROBABILITIES_OR_TEXT, samples, LEVEL));
  }

  private AuditJudge serviceJudge(Evaluator evaluator) {
    JudgeSpec spec =
        JudgeSpec.newBuilder()
            .setName("judge")
            .setModel(judge)
            .setProtocol(protocol)
            .setTemperature(temperature)
            .build();
    return new ServiceAuditJudge(evaluator, spec, principle, materialText(), samples);
  }

  private Optional<String> materialText() {
    return material == null
        ? Optional.empty()
        : Optional.of(
            TextFile.read(
                material, (reader, source) -> reader.lines().collect(Collectors.joining("\n"))));
  }

  private List<Mitigation> mitigations() {
    if (mitigationNames.contains("all")) {
      return List.of(Mitigation.values());
    }
    return mitigationNames.stream()
        .map(
            name ->
                Mitigation.named(name)
                    .orElseThrow(
                        () ->
                            new UsageException(
                                "--mitigation '%s' is none of %s and all"
                                    .formatted(name, Mitigation.labels()))))
        .toList();
  }
}
