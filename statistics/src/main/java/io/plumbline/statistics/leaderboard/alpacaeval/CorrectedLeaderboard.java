package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.comparison.PairedComparison;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.WinRate;
import io.plumbline.statistics.random.RandomStream;
import io.plumbline.statistics.regression.L1CrossValidation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * AlpacaEval 2 without the peer's defects: difficulty is aligned by instruction, or fitted for
 * other prompt sets; rows without a verdict are excluded and counted; both orders count where there
 * are both; folds are seeded and keep an instruction together; errors are clustered by instruction
 * and hold the uncertainty of the fit.
 *
 * <p>Source: Dubois et al. (2024), METHODS 90, with the corrections named above.
 *
 * @param bootstrap level, rounds and seed of the intervals
 * @param gamed null where there are none
 * @param table null where there is none
 * @param baseline null for the generator that most rows share
 */
public record CorrectedLeaderboard(
    Bootstrap bootstrap, GamedBaselines gamed, InstructionDifficulty table, String baseline) {
  private static final int FOLDS = 5;

  /** One entry per model, in order of appearance. */
  public List<AlpacaEvalEntry> entries(Collection<? extends List<Annotation>> files) {
    return entries(files, Set.of());
  }

  /**
   * One entry per model, in order of appearance, then one per null selector.
   *
   * @throws IllegalArgumentException if no row can be used, or the models do not share what a null
   *     selector needs
   */
  public List<AlpacaEvalEntry> entries(
      Collection<? extends List<Annotation>> files, Set<NullSelector> selectors) {
    String opponent = baseline == null ? ModelJudgments.commonBaseline(files) : baseline;
    List<ModelJudgments> models = ModelJudgments.of(files, opponent);
    if (models.stream().allMatch(model -> model.judged().isEmpty())) {
      throw new IllegalArgumentException(
          "no row compares a model with the baseline " + opponent + " and states a preference");
    }
    AlignedDifficulty aligned = table == null ? null : AlignedDifficulty.learn(models, table);
    List<ModelJudgments> own =
        models.stream()
            .filter(model -> !model.isBaseline())
            .filter(model -> aligned == null || !aligned.covers(model.judged()))
            .toList();
    FittedDifficulty fitted =
        own.size() < 2
            ? null
            : new FittedDifficulty(own.stream().map(CorrectedLeaderboard::withOutputs).toList());
    List<AlpacaEvalEntry> entries = new ArrayList<>();
    for (ModelJudgments model : models) {
      entries.add(entry(model, aligned, fitted, own.indexOf(model)));
    }
    for (NullSelector selector : selectors) {
      ModelJudgments selected = selector.select(models, bootstrap.seed());
      boolean published = aligned != null && aligned.covers(selected.judged());
      entries.add(entry(selected, aligned, null, published ? -1 : 0));
    }
    return entries;
  }

  private AlpacaEvalEntry entry(
      ModelJudgments model, AlignedDifficulty aligned, FittedDifficulty fitted, int ownNumber) {
    List<String> notes = new ArrayList<>();
    if (model.judged().isEmpty()) {
      notes.add("no row has a preference in [1, 2] against " + model.baseline());
      return unjudged(model, notes);
    }
    Scores scores = Scores.of(model.judged());
    Clusters instructions = Clusters.of(model.instructions());
    WinRate winRate = WinRate.of(scores.values(), instructions, bootstrap);
    if (model.shownFirst().contains(true) && model.shownFirst().contains(false)) {
      notes.add("both orders are judged: each instruction is one cluster");
    }
    LengthControlledEstimate estimate = lengthControlled(model, aligned, fitted, ownNumber, notes);
    Map<NullJudge, Double> nullJudges = nullJudges(model, scores, instructions, notes);
    return new AlpacaEvalEntry(
        model.model(),
        100 * winRate.rate(),
        100 * winRate.standardError(),
        100 * scores.discreteMean(),
        estimate == null ? Double.NaN : 100 * estimate.rate(),
        estimate == null ? Double.NaN : 100 * estimate.standardError(),
        winRate.clusterRobust().scaled(100),
        estimate == null ? null : estimate.interval(bootstrap.level()).scaled(100),
        model.judged().size(),
        model.excluded(),
        model.duplicates(),
        Scores.averageSecondLength(model.judged()),
        nullJudges,
        notes);
  }

  private LengthControlledEstimate lengthControlled(
      ModelJudgments model,
      AlignedDifficulty aligned,
      FittedDifficulty fitted,
      int ownNumber,
      List<String> notes) {
    if (model.isBaseline()) {
      return new LengthControlledEstimate(0.5, 0, model.judged().size());
    }
    List<Annotation> rows = withOutputs(model);
    if (rows.size() < model.judged().size()) {
      notes.add(
          (model.judged().size() - rows.size())
              + " judgments lack an output and stay out of the length-controlled fit");
    }
    Clusters instructions = Clusters.of(rows.stream().map(Annotation::instruction).toList());
    if (instructions.count() < FOLDS) {
      notes.add(
          "no length-controlled win rate: it needs at least "
              + FOLDS
              + " instructions with outputs, there are "
              + instructions.count());
      return null;
    }
    boolean published = ownNumber < 0;
    double[] difficulty;
    if (published) {
      difficulty = aligned.of(rows);
    } else if (fitted != null) {
      difficulty = fitted.without(ownNumber);
      notes.add("instruction difficulty was fitted to the other models' judgments");
    } else {
      difficulty = new double[rows.size()];
      notes.add(
          "instruction difficulty is unknown (no published table fits, and one model cannot show it):"
              + " the fit goes without");
    }
    LengthControlData data =
        new LengthControlData(
            Scores.standardLengthDifferences(rows),
            difficulty,
            Scores.of(rows).values(),
            published ? gamed : null);
    if (data.gamed() == null) {
      notes.add("the length effect is not regularised towards gamed baselines");
    }
    L1CrossValidation.Choice choice =
        L1CrossValidation.standard().fit(data.problem(), folds(rows, data, aligned), FOLDS);
    return LengthControlledEstimate.of(
        LengthControl.of(choice.coefficients(), choice.inverseStrength()), data, instructions);
  }

  /** Rows of one instruction, gamed ones among them, share a fold. */
  private int[] folds(List<Annotation> rows, LengthControlData data, AlignedDifficulty aligned) {
    List<Object> groups = new ArrayList<>();
    for (int row = 0; row < data.gamedRows(); row++) {
      groups.add(data.gamed().index()[row]);
    }
    for (Annotation row : rows) {
      groups.add(
          data.gamed() == null ? row.instruction() : aligned.positionOf().get(row.instruction()));
    }
    Clusters all = Clusters.of(groups);
    int[] order = new int[all.count()];
    for (int group = 0; group < order.length; group++) {
      order[group] = group;
    }
    new RandomStream(bootstrap.seed()).shuffle(order);
    int[] folds = new int[groups.size()];
    for (int row = 0; row < folds.length; row++) {
      folds[row] = order[all.clusterOf()[row]] % FOLDS;
    }
    return folds;
  }

  private Map<NullJudge, Double> nullJudges(
      ModelJudgments model, Scores scores, Clusters instructions, List<String> notes) {
    Map<NullJudge, Double> rates = new EnumMap<>(NullJudge.class);
    if (model.judged().size() != withOutputs(model).size()) {
      notes.add("no null judges: rows lack an output");
      return rates;
    }
    for (NullJudge judge : NullJudge.values()) {
      RandomStream random = RandomStream.of(bootstrap.seed(), judge.ordinal());
      double[] blind = new double[scores.values().length];
      for (int row = 0; row < blind.length; row++) {
        Annotation judged = model.judged().get(row);
        boolean turned = model.shownFirst().get(row);
        double shown = judge.score(turned ? judged.swapped() : judged, random);
        blind[row] = turned ? 1 - shown : shown;
      }
      PairedComparison comparison =
          PairedComparison.of(scores.values(), blind, instructions, bootstrap);
      rates.put(judge, 100 * new Scores(blind).mean());
      if (!model.isBaseline() && comparison.isIndistinguishable()) {
        notes.add(
            "the judge's win rate cannot be told from that of the null judge "
                + judge.name().toLowerCase(Locale.ROOT));
      }
    }
    return rates;
  }

  private static List<Annotation> withOutputs(ModelJudgments model) {
    return model.judged().stream().filter(Annotation::hasOutputs).toList();
  }

  private static AlpacaEvalEntry unjudged(ModelJudgments model, List<String> notes) {
    return new AlpacaEvalEntry(
        model.model(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        null,
        null,
        0,
        model.excluded(),
        model.duplicates(),
        0,
        Map.of(),
        notes);
  }
}
