package io.plumbline.cli.agreement;

import io.plumbline.cli.input.TextFile;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.statistics.agreement.AgreementReport;
import io.plumbline.statistics.agreement.Level;
import io.plumbline.statistics.agreement.RatingReader;
import io.plumbline.statistics.agreement.Ratings;
import io.plumbline.statistics.report.Column;
import io.plumbline.statistics.report.Table;
import io.plumbline.statistics.report.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline agreement}: every coefficient of agreement for a file of ratings. */
@Command(
    name = "agreement",
    description =
        "How far raters agree: every coefficient that the ratings define, with intervals.",
    mixinStandardHelpOptions = true)
public final class AgreementCommand implements Callable<Integer> {
  @Option(
      names = "--ratings",
      required = true,
      paramLabel = "F",
      description = "CSV or JSONL with item, rater and value, .gz too.")
  private Path ratingsFile;

  @Option(
      names = "--level",
      paramLabel = "nominal|ordinal|interval",
      description = "What a difference between two values means; default nominal.")
  private Level level = Level.NOMINAL;

  @Mixin private IntervalOptions intervals;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    RatingReader.Result result = TextFile.read(ratingsFile, RatingReader::read);
    AgreementReport report =
        AgreementReport.of(Ratings.of(result.ratings()), level, intervals.bootstrap());
    output.print(
        AgreementDocument.of(report, result.missing(), result.rejected()),
        () -> TextTable.of(table(report, result)));
    return 0;
  }

  private static Table table(AgreementReport report, RatingReader.Result result) {
    List<List<Object>> rows = new ArrayList<>();
    AgreementDocument.coefficients(report)
        .forEach(
            (name, coefficient) ->
                rows.add(
                    Arrays.asList(
                        name.replace('_', ' '),
                        coefficient.value(),
                        coefficient.interval() == null ? null : coefficient.interval().lower(),
                        coefficient.interval() == null ? null : coefficient.interval().upper(),
                        coefficient.isDefined() ? "" : coefficient.undefinedBecause())));
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d ratings of %d items by %d raters"
            .formatted(report.ratings(), report.items(), report.raters()));
    if (result.missing() > 0) {
      notes.add(result.missing() + " rows have no value");
    }
    notes.addAll(result.rejected());
    return new Table(
        "Agreement, " + report.level().name().toLowerCase(Locale.ROOT) + " level",
        List.of(
            Column.text("coefficient"),
            Column.number("value", 4),
            Column.number("lower", 4),
            Column.number("upper", 4),
            Column.text("undefined because")),
        rows,
        notes);
  }
}
