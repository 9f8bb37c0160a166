package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.COMMON_SHIFT;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.label.Conservative;
import io.plumbline.objectives.pair.BinaryClassifierLoss;
import io.plumbline.objectives.pair.CentringLoss;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.pair.MarginShifted;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairwiseObjective;
import io.plumbline.objectives.pair.Weighted;
import io.plumbline.objectives.reward.PairScoreObjective;
import io.plumbline.objectives.reward.StagedFeedbackObjective;
import io.plumbline.objectives.reward.ValueObjective;
import io.plumbline.objectives.score.HeadScores;
import java.util.List;

/** Objectives of reward and value heads, r the score of a sequence. */
final class RewardEntries {
  private static final Invariance[] OF_MARGIN = {
    EXAMPLE_ORDER, TOKEN_ORDER, COMMON_SHIFT, CERTAIN_TOKEN
  };

  private RewardEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        CatalogueEntry.named("bradley-terry", "Bradley-Terry reward model")
            .source("arXiv:2009.01325; TRL `RewardTrainer`")
            .equation("−log σ(r_w − r_l)")
            .invariant(OF_MARGIN)
            .by(p -> heads(new LogisticLoss(1))),
        CatalogueEntry.named("bradley-terry-margin", "Bradley-Terry with a margin per pair")
            .methods(46)
            .source("arXiv:2307.09288; TRL `RewardTrainer` with `margin`")
            .equation("−log σ(r_w − r_l − m), m from `margins`")
            .invariant(OF_MARGIN)
            .by(p -> heads(new MarginShifted(new LogisticLoss(1)))),
        CatalogueEntry.named("bradley-terry-centred", "Bradley-Terry with centred rewards")
            .source("arXiv:2312.09244; TRL `center_rewards_coefficient`")
            .equation("−log σ(r_w − r_l) + c (r_w + r_l)²")
            .parameter("center_rewards_coefficient", 0.01, "c ≥ 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .by(
                p ->
                    WeightedSum.of(
                        heads(new LogisticLoss(1)),
                        p.get("center_rewards_coefficient"),
                        heads(new CentringLoss()))),
        CatalogueEntry.named("bradley-terry-smoothed", "Bradley-Terry with label smoothing")
            .methods(46)
            .source("arXiv:2401.06080, section on label smoothing; cDPO's form on scores")
            .equation("−(1 − ε) log σ(r_w − r_l) − ε log σ(r_l − r_w)")
            .parameter("label_smoothing", 0.1, "ε in [0, 1)")
            .invariant(OF_MARGIN)
            .by(p -> heads(new Conservative(new LogisticLoss(1), p.get("label_smoothing")))),
        CatalogueEntry.named("bradley-terry-scaled", "Scaled Bradley-Terry")
            .methods(124)
            .source("NeMo-Aligner `megatron_gpt_regression_reward_model.py`, `scaled_bt`")
            .equation("−m log σ(r_w − r_l), m ≥ 0 from `weights`")
            .invariant(OF_MARGIN)
            .readings("m is how much better the chosen answer was rated.")
            .by(p -> heads(new Weighted(new LogisticLoss(1), Channel.WEIGHTS))),
        CatalogueEntry.named("eurus-reward", "Eurus' reward model")
            .methods(146)
            .source("arXiv:2404.02078, L_UltraInteract as the authors' read-me has it")
            .equation("−log σ(r_w − r_l) − log σ(r_w) − log σ(−r_l)")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings(
                "The authors use it on UltraInteract's pairs only, and `bradley-terry` on the"
                    + " others of the mixture.")
            .by(
                p ->
                    WeightedSum.of(
                        heads(new LogisticLoss(1)), 1, heads(new BinaryClassifierLoss(1)))),
        CatalogueEntry.named("general-preference", "General preference model")
            .methods(74)
            .source("arXiv:2410.02197; general-preference-model `GeneralPreferenceLoss`")
            .equation("−log σ(s/τ), s the skew-symmetric product of two preference embeddings")
            .parameter("temperature", 0.1, "τ > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings("The embeddings' product is the engine's; here it is the channel.")
            .by(p -> new PairScoreObjective(p.get("temperature"))),
        CatalogueEntry.named("gnolr", "GNOLR on two stages of feedback")
            .methods(193)
            .source("arXiv:2505.20900; GNOLR `util/loss.py`, `ordinal_multi_tasks_gnolr`")
            .equation(
                "−2 (1 − y_0) log(1 − p_0) − y_0 log p_0 − (y_0 − y_1)₊ log(p_0 − p_1) − y_1 log p_1")
            .parameter("m_0", 0.1, "m_0 > 0, odds of the first stage")
            .parameter("m_1", 0.01, "m_1 > 0, odds of the second stage")
            .parameter("s_0", 1, "scale of the first stage's score")
            .parameter("s_1", 1, "scale of the second stage's score")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings("log(p_0 − p_1) is held at log 10⁻¹² where the authors' code gives NaN.")
            .by(
                p ->
                    new StagedFeedbackObjective(
                        p.get("m_0"), p.get("m_1"), p.get("s_0"), p.get("s_1"))),
        CatalogueEntry.named("ppo-value", "PPO's clipped value loss")
            .source("OpenRLHF `ValueLoss`")
            .equation("½ max((v − R)², (v_old + clip(v − v_old, ±ε) − R)²), mean over tokens")
            .parameter("clip", 0.2, "ε > 0")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER)
            .by(p -> new ValueObjective(p.get("clip"))));
  }

  private static Objective heads(PairLoss loss) {
    return new PairwiseObjective(loss, new HeadScores());
  }
}
