package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.RateResponse;
import io.plumbline.api.v1alpha1.Rating;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.protocol.AnswerRater;
import io.plumbline.judgment.protocol.AnswerRating;
import io.plumbline.judgment.protocol.RatingForm;
import io.plumbline.judgment.protocol.Rubric;
import io.plumbline.judgment.protocol.Rubrics;
import io.plumbline.preference.message.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rates completions on a rubric. */
@Command(
    name = "rate",
    description = {
      "Rates completions on a rubric, one row per completion: the expected rating over the label"
          + " probabilities where the model gives them, else the number that it wrote.",
      "Without --judge it works by files, as compare does."
    },
    mixinStandardHelpOptions = true)
public final class JudgeRateCommand implements Callable<Integer> {
  private static final String STATE = "VERDICT_STATE_";

  @Spec private CommandSpec command;

  @Mixin private AskingOptions asking;

  @Option(
      names = "--rubric",
      paramLabel = "NAME",
      description =
          "general, helpsteer2, image, counselling or cognitive-therapy; default general.")
  private String rubricName = "";

  @Option(
      names = "--form",
      paramLabel = "NAME",
      description =
          "What comes before each rating: plain (nothing, the default), critique (of each aspect),"
              + " tools (a calculator and others), lookup (texts from allowed hosts besides).")
  private String formName = "";

  @Option(names = "--principle", description = "What to judge by besides the rubric.")
  private String principle = "";

  @Option(names = "--example", description = "Uses completions of ours instead of a file.")
  private boolean example;

  @Mixin private RowsOptions printing;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "jsonl of {prompt, completion} or {prompt, completions: [...]}; id optional.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    if (example == (file != null)) {
      throw new UsageException("name either FILE or --example");
    }
    Rubric rubric =
        Rubrics.named(rubricName)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--rubric '%s' is none of %s"
                            .formatted(
                                rubricName, Rubrics.all().stream().map(Rubric::name).toList())));
    RatingForm rater =
        RatingForm.named(formName)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--form '%s' is none of %s".formatted(formName, RatingForm.names())));
    List<Candidates> rows = example ? List.of(Candidates.example()) : Candidates.read(file);
    RowsOutput output = printing.open();
    if (asking.asksService()) {
      asked(rows, output);
    } else {
      replayed(rater.create(rubric, asking.source()), rows, output);
    }
    output.end();
    asking.writeMissing("completions").ifPresent(command.commandLine().getErr()::println);
    return 0;
  }

  private void asked(List<Candidates> rows, RowsOutput output) throws IOException {
    try (Evaluator evaluator = asking.evaluator()) {
      for (Candidates row : rows) {
        RateResponse response =
            evaluator.rate(
                RateRequest.newBuilder()
                    .setJudge(asking.judge().setPrinciple(principle))
                    .setPrompt(row.promptMessage())
                    .addAllCompletions(row.completionMessages())
                    .setRubric(rubricName)
                    .setForm(formName)
                    .build());
        for (Rating rating : response.getRatingsList()) {
          ObjectNode out =
              row(row, Integer.parseInt(rating.getCompletionId()))
                  .put("state", rating.getState().name().substring(STATE.length()));
          if (rating.hasRating()) {
            out.put("rating", rating.getRating());
            put(out, rating.getAspectsMap(), rating.getCritiquesMap());
          } else {
            out.putNull("rating").put("reason", rating.getDetail());
          }
          output.row(out);
        }
      }
    }
  }

  private void replayed(AnswerRater rating, List<Candidates> rows, RowsOutput output) {
    AskingOptions.Asker asker = asking.asker();
    for (Candidates row : rows) {
      for (int i = 0; i < row.completions().size(); i++) {
        Optional<AnswerRating> rated =
            asker.answered(
                rating.begin(new PlainText(row.prompt()), row.contents().get(i), principle));
        output.row(out(row(row, i), rated));
      }
    }
  }

  private static ObjectNode out(ObjectNode row, Optional<AnswerRating> rated) {
    if (rated.isEmpty()) {
      return row.put("state", "WAITING");
    }
    AnswerRating rating = rated.get();
    row.put("state", rating.state().name());
    if (rating.aspects().isEmpty()) {
      return row.putNull("rating").put("reason", rating.detail());
    }
    row.put("rating", rating.mean());
    put(row, rating.aspects(), rating.critiques());
    return row;
  }

  private static void put(
      ObjectNode row, Map<String, Double> aspects, Map<String, String> critiques) {
    aspects.forEach(row.putObject("aspects")::put);
    if (!critiques.isEmpty()) {
      critiques.forEach(row.putObject("critiques")::put);
    }
  }

  private static ObjectNode row(Candidates candidates, int completion) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", candidates.id())
        .put("completion", completion);
  }
}
