package io.plumbline.objectives.catalogue;

import static io.plumbline.objectives.catalogue.Invariance.CERTAIN_TOKEN;
import static io.plumbline.objectives.catalogue.Invariance.EXAMPLE_ORDER;
import static io.plumbline.objectives.catalogue.Invariance.TOKEN_ORDER;

import io.plumbline.objectives.Objective;
import io.plumbline.objectives.policygradient.AdvantageEstimator;
import io.plumbline.objectives.policygradient.Aggregation;
import io.plumbline.objectives.policygradient.BatchNormalised;
import io.plumbline.objectives.policygradient.ClippedSurrogate;
import io.plumbline.objectives.policygradient.DualClippedSurrogate;
import io.plumbline.objectives.policygradient.GivenAdvantages;
import io.plumbline.objectives.policygradient.GroupAdvantages;
import io.plumbline.objectives.policygradient.LeaveOneOut;
import io.plumbline.objectives.policygradient.MultiRewardAdvantages;
import io.plumbline.objectives.policygradient.PolicyGradientObjective;
import io.plumbline.objectives.policygradient.RatioLevel;
import io.plumbline.objectives.policygradient.RewardScale;
import io.plumbline.objectives.policygradient.SoftSurrogate;
import io.plumbline.objectives.policygradient.Surrogate;
import io.plumbline.objectives.policygradient.TokenAdvantageObjective;
import io.plumbline.objectives.policygradient.WeightedRewardAdvantages;
import java.util.List;

/** Policy-gradient objectives: ρ the importance ratio, A the advantage, both per token. */
final class PolicyGradientEntries {
  private static final Invariance[] ORDERS = {EXAMPLE_ORDER, TOKEN_ORDER};

  private PolicyGradientEntries() {}

  static List<CatalogueEntry> all() {
    return List.of(
        clipped("ppo", "PPO's clipped policy loss", 0)
            .source("arXiv:1707.06347, equation 7; OpenRLHF `PolicyLoss`")
            .equation("−min(ρ A, clip(ρ) A), mean over the tokens of the batch")
            .invariant(ORDERS)
            .by(p -> tokens(p, new GivenAdvantages(), Aggregation.TOKEN_MEAN)),
        clipped("ppo-dual-clip", "PPO with dual clipping", 0)
            .source("arXiv:1912.09729; OpenRLHF `PolicyLoss(dual_clip=…)`")
            .equation("−max(min(ρ A, clip(ρ) A), c A) for A < 0")
            .parameter("dual_clip", 3, "c > 1")
            .invariant(ORDERS)
            .by(
                p ->
                    objective(
                        p,
                        new GivenAdvantages(),
                        new DualClippedSurrogate(clip(p), p.get("dual_clip")),
                        RatioLevel.TOKEN,
                        Aggregation.TOKEN_MEAN)),
        clipped("grpo", "GRPO", 0)
            .source("arXiv:2402.03300; TRL `GRPOConfig(loss_type=grpo)`")
            .equation(
                "−min(ρ A, clip(ρ) A) + β KL, mean per sequence; A over the group's deviation")
            .detached("advantages")
            .invariant(ORDERS)
            .by(p -> tokens(p, new GroupAdvantages(RewardScale.GROUP), Aggregation.SEQUENCE_MEAN)),
        clipped("grpo-batch-scaled", "GRPO scaled by the batch's deviation", 0)
            .source("TRL `GRPOConfig(scale_rewards=batch)`")
            .equation("as GRPO, A over the standard deviation of all rewards of the batch")
            .detached("advantages")
            .invariant(ORDERS)
            .by(p -> tokens(p, new GroupAdvantages(RewardScale.BATCH), Aggregation.SEQUENCE_MEAN)),
        clipped("dapo", "DAPO's token-level loss", 0)
            .source("arXiv:2503.14476; TRL `loss_type=dapo` and `bnpo`")
            .equation("as GRPO, mean over all tokens of the batch")
            .detached("advantages")
            .invariant(ORDERS)
            .readings(
                "TRL's `bnpo` divides by the tokens of the micro-batch, its `dapo` by those of the"
                    + " global batch; here it is always the global batch.")
            .by(p -> tokens(p, new GroupAdvantages(RewardScale.GROUP), Aggregation.TOKEN_MEAN)),
        clipped("dr-grpo", "Dr. GRPO", 0)
            .parameter("max_completion_length", 256, "constant divisor > 0")
            .source("arXiv:2503.20783; TRL `loss_type=dr_grpo`, `scale_rewards=none`")
            .equation("as GRPO, sum over tokens / constant; A without deviation")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    new PolicyGradientObjective(
                        new GroupAdvantages(RewardScale.NONE),
                        clip(p),
                        RatioLevel.TOKEN,
                        Aggregation.CONSTANT_LENGTH,
                        p.get("beta"),
                        p.get("max_completion_length"))),
        clipped("gspo", "GSPO", 0)
            .source("arXiv:2507.18071; TRL `importance_sampling_level=sequence`")
            .equation("as GRPO, ρ the geometric mean over the sequence")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    objective(
                        p,
                        new GroupAdvantages(RewardScale.GROUP),
                        clip(p),
                        RatioLevel.SEQUENCE_MEAN,
                        Aggregation.SEQUENCE_MEAN)),
        clipped("luspo", "LUSPO", 0)
            .source("arXiv:2602.05261; TRL `loss_type=luspo`, `importance_sampling_level=sequence`")
            .equation("as GSPO, summed over the sequence's tokens")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    objective(
                        p,
                        new GroupAdvantages(RewardScale.GROUP),
                        clip(p),
                        RatioLevel.SEQUENCE_MEAN,
                        Aggregation.SEQUENCE_SUM)),
        CatalogueEntry.named("sapo", "SAPO")
            .source("arXiv:2511.20347; TRL `loss_type=sapo`")
            .equation("−(4/τ) σ(τ (ρ − 1)) A, τ by the sign of A")
            .parameter("temperature_positive", 1, "τ for A > 0")
            .parameter("temperature_negative", 1.05, "τ for A ≤ 0")
            .parameter("beta", 0, "β ≥ 0, weight of the KL")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    objective(
                        p,
                        new GroupAdvantages(RewardScale.GROUP),
                        new SoftSurrogate(
                            p.get("temperature_positive"), p.get("temperature_negative")),
                        RatioLevel.TOKEN,
                        Aggregation.SEQUENCE_MEAN)),
        clipped("rloo", "RLOO", 0)
            .source("arXiv:2402.14740; TRL `RLOOTrainer`")
            .equation("−min(ρ A, clip(ρ) A), ρ of the whole sequence, A against the others' mean")
            .detached("advantages")
            .invariant(EXAMPLE_ORDER, TOKEN_ORDER, CERTAIN_TOKEN)
            .readings("TRL takes its KL off the reward; hand over rewards with it taken off.")
            .by(
                p ->
                    objective(
                        p,
                        new LeaveOneOut(),
                        clip(p),
                        RatioLevel.SEQUENCE,
                        Aggregation.SEQUENCE_MEAN)),
        clipped("reinforce-plus-plus", "REINFORCE++", 0)
            .source("arXiv:2501.03262; as TRL's `normalize_advantages` over given advantages")
            .equation("−min(ρ A, clip(ρ) A), A normalised over the global batch, per sequence")
            .detached("advantages")
            .invariant(ORDERS)
            .by(p -> tokens(p, new BatchNormalised(new GivenAdvantages()), Aggregation.TOKEN_MEAN)),
        clipped("reinforce-plus-plus-baseline", "REINFORCE++ with group baseline", 0)
            .source("arXiv:2501.03262, section on the baseline variant")
            .equation("as REINFORCE++, A the reward minus the group's mean before normalising")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    tokens(
                        p,
                        new BatchNormalised(new GroupAdvantages(RewardScale.NONE)),
                        Aggregation.TOKEN_MEAN)),
        clipped("grpo-weighted-rewards", "GRPO on a weighted sum of rewards", 0)
            .methods(27)
            .parameter("weight_0", 1, "weight of `rewards/0`")
            .parameter("weight_1", 1, "weight of `rewards/1`")
            .source("TRL `multi_objective_aggregation=sum_then_normalize`, `reward_weights`")
            .equation("as GRPO, A of Σ_k w_k r_k")
            .detached("advantages")
            .invariant(ORDERS)
            .readings(
                "Multi-objective GRPO (27, arXiv:2503.21819) combines the scores of a multi-label"
                    + " reward model into one; its weights were not seen, so they are parameters.")
            .by(
                p ->
                    tokens(
                        p,
                        new WeightedRewardAdvantages(List.of(p.get("weight_0"), p.get("weight_1"))),
                        Aggregation.SEQUENCE_MEAN)),
        CatalogueEntry.named("drpo", "DR-PO's policy loss")
            .methods(92)
            .source("arXiv:2404.08495; Cornell-RL/drpo `src/tldr/drpo.py`")
            .equation("−min(ρ A, clip(ρ) A), mean over the tokens of weight 1; A per token")
            .parameter("epsilon_low", 0.2, "ε_low in [0, 1]")
            .parameter("epsilon_high", 0.2, "ε_high ≥ 0")
            .invariant(ORDERS)
            .readings(
                "`token_weights` is 0 on the data set's tokens that the rollout was reset into."
                    + " With 1 everywhere it is PPO with advantages of a value head. The code's"
                    + " value loss is `ppo-value` over all tokens.")
            .by(p -> new TokenAdvantageObjective(clip(p))),
        clipped("gdpo", "GDPO, rewards normalised one by one", 0)
            .parameter("weight_0", 1, "weight of `rewards/0`")
            .parameter("weight_1", 1, "weight of `rewards/1`")
            .source("arXiv:2601.05242; TRL `multi_objective_aggregation=normalize_then_sum`")
            .equation("as GRPO, A the batch-normalised sum of group-normalised rewards")
            .detached("advantages")
            .invariant(ORDERS)
            .by(
                p ->
                    tokens(
                        p,
                        new BatchNormalised(
                            new MultiRewardAdvantages(
                                List.of(p.get("weight_0"), p.get("weight_1")))),
                        Aggregation.SEQUENCE_MEAN)));
  }

  private static EntryBuilder clipped(String name, String title, double beta) {
    return CatalogueEntry.named(name, title)
        .parameter("epsilon_low", 0.2, "ε_low in [0, 1]")
        .parameter("epsilon_high", 0.2, "ε_high ≥ 0")
        .parameter("beta", beta, "β ≥ 0, weight of the KL; above 0 `reference_logps` are read");
  }

  private static ClippedSurrogate clip(Parameters p) {
    return new ClippedSurrogate(
        p.get("epsilon_low"), p.get("epsilon_high"), Double.POSITIVE_INFINITY);
  }

  private static Objective tokens(
      Parameters p, AdvantageEstimator estimator, Aggregation aggregation) {
    return objective(p, estimator, clip(p), RatioLevel.TOKEN, aggregation);
  }

  private static Objective objective(
      Parameters p,
      AdvantageEstimator estimator,
      Surrogate surrogate,
      RatioLevel level,
      Aggregation aggregation) {
    return new PolicyGradientObjective(estimator, surrogate, level, aggregation, p.get("beta"), 1);
  }
}
