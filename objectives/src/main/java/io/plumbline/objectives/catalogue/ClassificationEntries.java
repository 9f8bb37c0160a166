package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.composition.WeightedSum.Term;
import io.plumbline.objectives.label.SoftLabelled;
import io.plumbline.objectives.list.GroupOrderingLoss;
import io.plumbline.objectives.list.ListwiseObjective;
import io.plumbline.objectives.pair.BothLikelihoodLoss;
import io.plumbline.objectives.pair.ConsistencyLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.reward.HeadDiversityObjective;
import io.plumbline.objectives.score.HeadScores;
import io.plumbline.objectives.score.LogRatios;
import io.plumbline.objectives.score.Reference;
import io.plumbline.objectives.sorting.OddEvenNetwork;
import io.plumbline.objectives.sorting.Relaxation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Objectives of classifiers and of encoders that learn from orders. */
final class ClassificationEntries {
  /** More heads than anybody trains: a bound on what a request over the wire can ask for. */
  private static final int MOST_HEADS = 64;

  private ClassificationEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("p2c", "P2C, classification with auxiliary preferences")
            .methods(188)
            .source("arXiv:2306.04925; p2c `src/train.py`, `train_preference`")
            .equation(
                "−½ (l_1 + l_2) + λ_c c + λ_p mean_h −(p log σ(m_h) + (1 − p) log σ(−m_h)) − λ_d d")
            .parameter("lambda_cons", 1, "λ_c ≥ 0, weight of the consistency c")
            .parameter("lambda_pref", 1, "λ_p ≥ 0, weight of the preference")
            .parameter("lambda_div", 1, "λ_d ≥ 0, weight of the heads' diversity d")
            .parameter("heads", 3, "h from 2 to 64, channels `head_scores/0` and on")
            .detached("in d, the preferences that other heads are compared with")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings(
                "l is the label's log-probability of a text (one token), m a head's margin on two"
                    + " texts of one label, p their preference (1, ½, 0) from"
                    + " `preference_probabilities`. The code's 10⁻⁸ inside logarithms is left out.")
            .by(ClassificationEntries::preferToClassify),
        groco("groco", "GroCo, group ordering constraints", Relaxation.CAUCHY)
            .source("arXiv:2301.02009; learning_by_sorting `losses/groco.py`")
            .readings(
                "Scores are similarities, for distances their negatives. Which items are compared,"
                    + " and the gradient's stop at them, are the engine's.")
            .by(p -> groco(p, Relaxation.CAUCHY)),
        groco("groco-logistic", "GroCo by logistic comparators", Relaxation.LOGISTIC)
            .source("arXiv:2105.04019; diffsort `functional.py`, `distribution='logistic'`")
            .by(p -> groco(p, Relaxation.LOGISTIC)));
  }

  private static EntryBuilder groco(String name, String title, Relaxation relaxation) {
    String degree = relaxation == Relaxation.CAUCHY ? "½ + atan(x)/π" : "σ(x)";
    return CatalogueEntry.named(name, title)
        .methods(205)
        .equation(
            "mean over the sorted of the cross-entropy of ending among the positives; comparators "
                + degree)
        .parameter("steepness", 1, "> 0, inverse temperature of the comparators")
        .parameter("topk_neg", 10, "how many of the most similar negatives are taken, ≥ 1")
        .detached("the orders within positives and negatives")
        .invariant(EXAMPLE_ORDER, TOKEN_ORDER, COMMON_SHIFT, CERTAIN_TOKEN);
  }

  private static Objective groco(Parameters p, Relaxation relaxation) {
    int negatives = (int) Math.min(Math.round(p.get("topk_neg")), Integer.MAX_VALUE);
    OddEvenNetwork network = new OddEvenNetwork(relaxation, p.get("steepness"));
    return new ListwiseObjective(new GroupOrderingLoss(network, negatives), new HeadScores());
  }

  private static Objective preferToClassify(Parameters p) {
    double given = p.get("heads");
    if (!(given >= 2 && given <= MOST_HEADS)) {
      throw new IllegalArgumentException(
          "heads: %s is outside [2, %d]".formatted(given, MOST_HEADS));
    }
    int count = (int) Math.round(given);
    List<Channel> heads =
        IntStream.range(0, count)
            .mapToObj(h -> new Channel("head_scores/" + h, Level.SEQUENCE))
            .toList();
    LogRatios label = LogRatios.summed().withReference(Reference.none());
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(1, new PairwiseObjective(new BothLikelihoodLoss(), label)));
    terms.add(new Term(p.get("lambda_cons"), new PairwiseObjective(new ConsistencyLoss(), label)));
    for (Channel head : heads) {
      terms.add(
          new Term(
              p.get("lambda_pref") / count,
              new PairwiseObjective(new SoftLabelled(new LogisticLoss(1)), new HeadScores(head))));
    }
    terms.add(new Term(-p.get("lambda_div"), new HeadDiversityObjective(heads)));
    return new WeightedSum(terms);
  }
}
