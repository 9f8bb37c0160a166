package io.plumbline.cli.demo;

import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.cli.client.ServiceChannels;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.output.ProgressBar;
import io.plumbline.cli.report.DemoReport;
import io.plumbline.cli.report.TerminalReport;
import io.plumbline.cli.suite.SuiteSession;
import io.plumbline.models.resolve.ModelResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline demo}: the whole loop on real weights, with a report. */
@Command(
    name = "demo",
    description = {
      "Tunes a small story model towards a principle, and shows what came of it:",
      "samples stories, scores and pairs them, trains a reward head, tunes by DPO, and judges",
      "the tuned model against the base on openings that training never saw.",
      "With PLUMBLINE_JUDGE_URL set, the model there judges as well."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  @Option(
      names = "--principle",
      paramLabel = "TEXT",
      description = "What the stories should be about; default: ${DEFAULT-VALUE}.",
      defaultValue = "a story about a dog who makes a new friend")
  private String principle;

  @Option(names = "--quick", description = "Less of everything: minutes instead of ten.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory of the report; default: ${DEFAULT-VALUE}.",
      defaultValue = "out/demo")
  private Path out;

  @Option(names = "--seed", description = "Seed of all randomness; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    RecipeSpec recipe = recipe(System.getenv());
    prepareDirectory();
    long start = System.nanoTime();
    try (ProgressBar bar = ProgressBar.onStandardError()) {
      fetchBaseModel(bar);
      DemoReport report;
      try (SuiteSession session = SuiteSession.open(out.resolve("suite"));
          ServiceChannels services = session.connect()) {
        report = session.guard(() -> run(recipe, session.isPrivate(), services, bar, start));
      }
      ReportFiles files = ReportFiles.write(out, report);
      bar.finish("report: %s and %s".formatted(files.html(), files.json()));
      output.print(report, () -> TerminalReport.render(report));
    }
    return 0;
  }

  private RecipeSpec recipe(Map<String, String> environment) {
    boolean chatJudge = !environment.getOrDefault("PLUMBLINE_JUDGE_URL", "").isBlank();
    try {
      return new DemoRecipe(principle, quick ? DemoSize.QUICK : DemoSize.FULL, chatJudge, seed)
          .spec();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private void prepareDirectory() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UsageException(
          "--out: cannot make directory %s (%s); choose another".formatted(out, e.getMessage()), e);
    }
  }

  // Here and not only in the worker: whoever is offline hears so before anything is started.
  private static void fetchBaseModel(ProgressBar bar) {
    ModelResolver.standard(System.getenv())
        .resolve(
            DemoRecipe.BASE_MODEL,
            (artifact, done, total) -> bar.update(artifact, done, Math.max(0, total), "bytes", ""));
  }

  private DemoReport run(
      RecipeSpec recipe,
      boolean privateSuite,
      ServiceChannels services,
      ProgressBar bar,
      long start) {
    RecipeRunner runner = new RecipeRunner(services.trainer());
    RecipeProgress progress = new RecipeProgress(recipe, bar);
    String id = runner.submit(UUID.randomUUID().toString(), recipe);
    Thread cancel = new Thread(() -> runner.cancel(id), "cancel-run");
    if (!privateSuite) {
      // Whoever stops the demo does not want a shared suite to go on with it.
      Runtime.getRuntime().addShutdownHook(cancel);
    }
    RecipeRun run = runner.follow(id, progress::accept);
    Runtime.getRuntime().removeShutdownHook(cancel);
    progress.end();
    double seconds = (System.nanoTime() - start) / 1e9;
    return DemoReport.of(
        new ResultsReader(services, run).read(principle, progress.training(), seconds));
  }
}
