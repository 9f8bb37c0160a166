package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.selection.AgreementSelection;
import io.plumbline.judgment.selection.Standing;
import io.plumbline.judgment.verdict.Winner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks ways of judging by Cohen's κ. */
@Command(
    name = "select",
    description = {
      "Ranks ways of judging by Cohen's kappa, the one to use first.",
      "Each FILE holds what judge compare printed for one judge, protocol or template. Of three"
          + " files or more their majority stands in the ranking as 'jury', against labels."
    },
    mixinStandardHelpOptions = true)
public final class JudgeSelectCommand implements Callable<Integer> {
  private static final int SMALLEST_JURY = 3;
  private static final String JURY = "jury";

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "People's verdicts, {id, winner}; without, agreement with each other counts.")
  private Path labels;

  @Mixin private RowsOptions printing;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "jsonl of {id, winner}.")
  private List<Path> files;

  @Override
  public Integer call() {
    Map<String, Map<String, Winner>> ways = new TreeMap<>();
    for (Path file : files) {
      if (ways.put(name(file), WinnerFile.read(file)) != null) {
        throw new UsageException("two files are named '" + name(file) + "'; rename one");
      }
    }
    RowsOutput output = printing.open();
    standings(ways).forEach(standing -> output.row(row(standing)));
    output.end();
    return 0;
  }

  private List<Standing> standings(Map<String, Map<String, Winner>> ways) {
    if (labels == null) {
      if (ways.size() == 1) {
        throw new UsageException("one file has no other to agree with; name --labels or more");
      }
      return AgreementSelection.byEachOther(ways);
    }
    if (ways.size() >= SMALLEST_JURY) {
      ways.putIfAbsent(JURY, AgreementSelection.jury(ways));
    }
    return AgreementSelection.byLabels(ways, WinnerFile.read(labels));
  }

  private static ObjectNode row(Standing standing) {
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", standing.name());
    if (Double.isNaN(standing.kappa())) {
      row.putNull("kappa");
    } else {
      row.put("kappa", standing.kappa());
    }
    return row.put("n", standing.items()).put("without_verdict", standing.withoutVerdict());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.jsonl?(\\.gz)?$", "");
  }
}
