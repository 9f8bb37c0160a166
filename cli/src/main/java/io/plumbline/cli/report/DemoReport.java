package io.plumbline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the demo found and what may be concluded from it.
 *
 * @param conclusion one sentence; "no effect shown" where the intervals do not exclude chance
 * @param effectShown whether every judge's whole interval lies above one half and the control
 *     includes one half by every judge
 * @param warnings what stands against the conclusion, or limits it
 * @param judges tuned against base on held-out openings, by each judge
 * @param control base under another seed against base, by each judge
 * @param nullJudges tuned against base by judges that do not read the texts
 */
public record DemoReport(
    String principle,
    String conclusion,
    boolean effectShown,
    List<String> warnings,
    List<JudgeResult> judges,
    List<JudgeResult> control,
    List<JudgeResult> nullJudges,
    LexicalCheck lexicalCheck,
    Cost cost,
    TrainingSummary training,
    String head,
    Map<String, Double> headMetrics,
    List<SideBySide> samples,
    double seconds) {
  private static final int SAMPLES = 6;
  private static final double CHANCE = 0.5;

  /** Computes the report. */
  public static DemoReport of(DemoResults results) {
    List<JudgeResult> judges = JudgeResult.judges(results.tunedAgainstBase());
    List<JudgeResult> control = JudgeResult.judges(results.controlAgainstBase());
    List<JudgeResult> nullJudges = JudgeResult.nullJudges(results.tunedAgainstBase());
    LexicalCheck lexical =
        LexicalCheck.of(
            results.principle(),
            results.trainingStories(),
            results.baseStories(),
            results.controlStories(),
            results.tunedStories());
    boolean wins = !judges.isEmpty() && judges.stream().allMatch(DemoReport::wins);
    boolean fair =
        control.stream().allMatch(j -> j.winRate() != null && j.winRate().includes(CHANCE));
    boolean shown = wins && fair;
    return new DemoReport(
        results.principle(),
        conclusion(shown, judges),
        shown,
        warnings(judges, control, nullJudges, lexical),
        judges,
        control,
        nullJudges,
        lexical,
        Cost.of(results),
        TrainingSummary.of(results.pairs(), results.beta(), results.training()),
        results.head().getName() + "@" + results.head().getVersion(),
        new TreeMap<>(results.head().getMetricsMap()),
        SideBySide.first(SAMPLES, results.baseStories(), results.tunedStories()),
        results.seconds());
  }

  private static boolean wins(JudgeResult judge) {
    return judge.winRate() != null && judge.winRate().above(CHANCE);
  }

  private static String conclusion(boolean shown, List<JudgeResult> judges) {
    if (shown) {
      return "The tuned model wins against the base model by every judge asked ("
          + String.join(", ", judges.stream().map(JudgeResult::judge).toList())
          + ").";
    }
    List<String> won = judges.stream().filter(DemoReport::wins).map(JudgeResult::judge).toList();
    return won.isEmpty()
        ? "No effect shown."
        : "No effect shown by every judge; the tuned model wins only by: "
            + String.join(", ", won)
            + ".";
  }

  private static List<String> warnings(
      List<JudgeResult> judges,
      List<JudgeResult> control,
      List<JudgeResult> nullJudges,
      LexicalCheck lexical) {
    List<String> warnings = new ArrayList<>();
    for (JudgeResult judge : control) {
      if (judge.winRate() == null) {
        warnings.add("The control has no verdict that counts by " + judge.judge() + ".");
      } else if (!judge.winRate().includes(CHANCE)) {
        warnings.add(
            "The control (base against itself) does not include 50 % by "
                + judge.judge()
                + ": its interval cannot be trusted here.");
      }
    }
    for (JudgeResult judge : judges) {
      long counted = judge.comparisons();
      long all = judge.states().values().stream().mapToLong(Long::longValue).sum();
      if (counted < all) {
        warnings.add(
            (all - counted) + " of " + all + " verdicts of " + judge.judge() + " do not count.");
      }
    }
    for (JudgeResult judge : nullJudges) {
      if (judge.winRate() != null && !judge.winRate().includes(CHANCE)) {
        warnings.add(
            "The null judge \""
                + judge.judge()
                + "\" can tell the models apart without reading: length or position may explain"
                + " part of the wins.");
      }
    }
    if (lexical.difference() == null) {
      warnings.add("The principle has no content word that base stories lack: no lexical check.");
    } else if (lexical.difference().includes(0)) {
      warnings.add("The lexical check, which training never saw, shows no difference.");
    }
    return warnings;
  }
}
