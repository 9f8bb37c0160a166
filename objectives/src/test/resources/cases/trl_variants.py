"""Writes trl_variants.json: XPO, WPO, reward-model and policy-gradient cases through trl 1.13.0.

Trainers are stand-ins whose token log-probabilities or rewards are leaves. Run:
python trl_variants.py trl_variants.json
"""
import json
import random
import sys
from collections import defaultdict
from contextlib import nullcontext
from types import SimpleNamespace

import torch
import trl
from trl.experimental.nash_md.nash_md_trainer import NashMDTrainer
from trl.experimental.xpo.xpo_trainer import XPOTrainer
from trl.trainer import dpo_trainer
from trl.trainer.dpo_trainer import DPOTrainer
from trl.trainer.grpo_trainer import GRPOTrainer
from trl.trainer.reward_trainer import RewardTrainer
from trl.trainer.rloo_trainer import RLOOTrainer
from trl.trainer.utils import nanstd

random.seed(23)
generator = torch.Generator().manual_seed(23)
F64 = torch.float64


def logps(rows, width, shift=0.5, base=None):
    if base is None:
        return (-torch.rand(rows, width, generator=generator, dtype=F64) * 3 - 0.1).requires_grad_(True)
    return (base.detach() + shift * torch.randn(rows, width, generator=generator, dtype=F64)).clamp(max=-0.01)


def masked(lengths):
    mask = torch.zeros(len(lengths), max(lengths), dtype=F64)
    for row, length in enumerate(lengths):
        mask[row, :length] = 1
    return mask


def flat(tensor, lengths):
    return [x for row, n in enumerate(lengths) for x in tensor[row, :n].tolist()]


def source(name):
    return f"trl {trl.__version__} {name}"


def xpo(chosen_is_model, beta, alpha):
    pairs = len(chosen_is_model)
    lengths = [random.randint(1, 6) for _ in range(2 * pairs)]  # chosen, rejected, chosen, ...
    policy, mask = logps(2 * pairs, max(lengths)), masked(lengths)
    reference = logps(2 * pairs, max(lengths), base=policy)
    chosen_mask = torch.tensor(chosen_is_model, dtype=torch.bool)
    model_rows = [2 * i if m else 2 * i + 1 for i, m in enumerate(chosen_is_model)]
    ref_rows = [2 * i + 1 if m else 2 * i for i, m in enumerate(chosen_is_model)]
    trainer = SimpleNamespace(beta=beta, alpha=alpha, args=SimpleNamespace(loss_type="sigmoid"))
    loss, dpo, bonus = XPOTrainer._compute_losses(
        trainer, (policy * mask)[model_rows], (policy * mask)[ref_rows], (reference * mask)[ref_rows],
        (reference * mask)[model_rows], chosen_mask)
    loss.backward()
    return {"source": source("XPOTrainer._compute_losses"), "objective": "xpo", "parameters": {"beta": beta, "alpha": alpha},
            "lengths": lengths, "channels": {
                "policy_logps": flat(policy.detach(), lengths), "reference_logps": flat(reference, lengths),
                "chosen_from_reference": [0.0 if m else 1.0 for m in chosen_is_model]},
            "loss": loss.item(), "losses": (dpo + bonus).tolist(), "gradients": {"policy_logps": flat(policy.grad, lengths)}}


def wpo(pairs, beta):
    lengths = [random.randint(1, 6) for _ in range(2 * pairs)]  # chosen rows, then rejected rows
    width = max(lengths)
    mask = torch.zeros(2 * pairs, width + 1, dtype=torch.long)
    mask[:, 1:] = masked(lengths).long()
    policy = logps(2 * pairs, width)
    reference = logps(2 * pairs, width, base=policy)
    logits = torch.randn(2 * pairs, width + 1, 5, generator=generator, dtype=F64)
    returned = iter([policy.clone(), reference.clone()])
    dpo_trainer.selective_log_softmax = lambda a, b: next(returned)
    dpo_trainer.disable_gradient_checkpointing = lambda *a, **k: nullcontext()
    dpo_trainer.is_peft_model = lambda m: False

    class Model:
        training = True

        def __call__(self, **kwargs):
            return SimpleNamespace(logits=logits)

    trainer = SimpleNamespace(
        model=Model(), ref_model=Model(), aux_loss_enabled=False, ld_alpha=None, precompute_ref_logps=False,
        accelerator=SimpleNamespace(device=torch.device("cpu"), gather=lambda x: x, gather_for_metrics=lambda x: x),
        args=SimpleNamespace(gradient_checkpointing_kwargs=None), f_divergence_type="reverse_kl", loss_types=["sigmoid"],
        loss_weights=[1.0], beta=beta, label_smoothing=0.0, use_weighting=True, _metrics={"train": defaultdict(list)},
        _total_train_tokens=0, _tp_size=1)
    loss = DPOTrainer._compute_loss(trainer, trainer.model, {
        "input_ids": torch.zeros_like(mask), "attention_mask": torch.ones_like(mask), "completion_mask": mask}, False)
    loss.backward()
    shifted = logits[:, :-1]
    aligned = policy.detach() - (torch.logsumexp(2 * shifted, -1) - 2 * torch.logsumexp(shifted, -1))
    order = [row for i in range(pairs) for row in (i, i + pairs)]
    lengths = [lengths[row] for row in order]
    return {"source": source("DPOTrainer._compute_loss, use_weighting"), "objective": "wpo", "parameters": {"beta": beta},
            "lengths": lengths, "channels": {
                "policy_logps": flat(policy.detach()[order], lengths), "reference_logps": flat(reference[order], lengths),
                "aligned_logps": flat(aligned[order], lengths)},
            "loss": loss.item(), "gradients": {"policy_logps": flat(policy.grad[order], lengths)}}


def reward(objective, pairs, margin, coefficient):
    scores = torch.randn(2 * pairs, generator=generator, dtype=F64, requires_grad=True)  # chosen, then rejected
    margins = torch.rand(pairs, generator=generator, dtype=F64)

    class Model:
        training = True

        def __call__(self, **kwargs):
            return SimpleNamespace(logits=scores.unsqueeze(-1))

    trainer = SimpleNamespace(
        model=Model(), args=SimpleNamespace(center_rewards_coefficient=coefficient), _metrics={"train": defaultdict(list)},
        _total_train_tokens=0, _tp_size=1, accelerator=SimpleNamespace(gather=lambda x: x, gather_for_metrics=lambda x: x))
    inputs = {"attention_mask": torch.ones(2 * pairs, 3)}
    if margin:
        inputs["margin"] = margins
    loss = RewardTrainer.compute_loss(trainer, trainer.model, inputs)
    loss.backward()
    order = [row for i in range(pairs) for row in (i, i + pairs)]
    channels = {"scores": scores.detach()[order].tolist()}
    if margin:
        channels["margins"] = margins.tolist()
    return {"source": source("RewardTrainer.compute_loss"), "objective": objective,
            "parameters": {"center_rewards_coefficient": coefficient} if coefficient else {},
            "lengths": [1] * (2 * pairs), "channels": channels, "loss": loss.item(),
            "gradients": {"scores": scores.grad[order].tolist()}}


def group_advantages(rewards, size, scale):
    """As GRPOTrainer._generate_and_score_completions, sum_then_normalize."""
    mean = rewards.view(-1, size).mean(1).repeat_interleave(size)
    if scale == "none":
        return rewards - mean
    std = nanstd(rewards) if scale == "batch" else nanstd(rewards.view(-1, size), dim=1).repeat_interleave(size)
    return (rewards - mean) / (std + 1e-4)


def grpo(objective, loss_type, level="token", scale="group", beta=0.0, groups=2, size=3, ratio_shift=0.3, **extra):
    rows = groups * size
    lengths = [random.randint(1, 6) for _ in range(rows)]
    policy, mask = logps(rows, max(lengths)), masked(lengths)
    old = logps(rows, max(lengths), shift=ratio_shift, base=policy)
    reference = logps(rows, max(lengths), base=policy)
    channels = {"policy_logps": flat(policy.detach(), lengths), "behaviour_logps": flat(old, lengths)}
    if objective == "gdpo":
        several = torch.randn(rows, 2, generator=generator, dtype=F64)
        grouped = several.view(-1, size, 2)
        normal = (grouped - grouped.mean(1, keepdim=True)) / (nanstd(grouped, dim=1, keepdim=True) + 1e-4)
        summed = (normal.view(-1, 2) * torch.tensor([extra["weight_0"], extra["weight_1"]])).sum(1)
        advantages = (summed - summed.mean()) / (nanstd(summed) + 1e-4)
        channels.update({"rewards/0": several[:, 0].tolist(), "rewards/1": several[:, 1].tolist()})
    else:
        rewards = torch.randn(rows, generator=generator, dtype=F64)
        advantages = group_advantages(rewards, size, scale)
        channels["rewards"] = rewards.tolist()
    if beta:
        channels["reference_logps"] = flat(reference, lengths)
    metrics = {"train": defaultdict(list)}
    low, high = extra.get("epsilon_low", 0.2), extra.get("epsilon_high", 0.28)
    trainer = SimpleNamespace(
        _get_per_token_logps_and_entropies=lambda *a, **k: (policy, torch.zeros_like(policy), None),
        aux_loss_enabled=False, top_entropy_quantile=1.0, off_policy_mask_threshold=None, importance_sampling_level=level,
        beta=beta, loss_type=loss_type, epsilon_low=low, epsilon_high=high, use_vllm=False, _entropy_bonus_enabled=False,
        args=SimpleNamespace(delta=None, use_bias_correction_kl=False, steps_per_generation=1,
                             sapo_temperature_pos=extra.get("temperature_positive"),
                             sapo_temperature_neg=extra.get("temperature_negative"),
                             **{f"vespo_{k}": extra.get(k) for k in ("k_pos", "lambda_pos", "k_neg", "lambda_neg")}),
        get_gamma_weights=GRPOTrainer.get_gamma_weights,
        model=SimpleNamespace(training=True), current_gradient_accumulation_steps=1, _metrics=metrics,
        max_completion_length=extra.get("max_completion_length"),
        accelerator=SimpleNamespace(num_processes=1, gather=lambda x: x, reduce=lambda x, reduction=None: x))
    inputs = {"prompt_ids": torch.zeros(rows, 1, dtype=torch.long), "prompt_mask": torch.ones(rows, 1, dtype=torch.long),
              "completion_ids": torch.zeros(rows, max(lengths), dtype=torch.long), "completion_mask": mask,
              "advantages": advantages, "old_per_token_logps": old, "ref_per_token_logps": reference,
              "num_items_in_batch": mask.sum()}
    loss = GRPOTrainer._compute_loss(trainer, None, inputs)
    loss.backward()
    weighted = objective in ("cispo", "vespo")
    parameters = {**({} if weighted else {"beta": beta}), **extra}
    if objective != "sapo" and not weighted:
        parameters.update({"epsilon_low": low, "epsilon_high": high})
    logged = ["kl"] * bool(beta) + ["clip_ratio/low_mean", "clip_ratio/high_mean", "clip_ratio/region_mean"] * (objective != "sapo" and not weighted)
    return {"source": source(f"GRPOTrainer._compute_loss, {loss_type}"), "objective": objective, "parameters": parameters,
            "lengths": lengths, "sequence_counts": [size] * groups, "channels": channels, "loss": loss.item(),
            "gradients": {"policy_logps": flat(policy.grad, lengths)}, "metrics": {k: metrics["train"][k][0] for k in logged},
            # trl's nanstd takes Bessel's correction in single precision, clip ratios are means of float32.
            "precision": "partly float32"}


def nash(rows, beta):
    lengths = [random.randint(1, 6) for _ in range(rows)]
    policy, mask = logps(rows, max(lengths)), masked(lengths)
    reference = logps(rows, max(lengths), base=policy)
    probability = torch.rand(rows, generator=generator, dtype=F64)
    trainer = SimpleNamespace(beta=beta)
    loss, score, _ = NashMDTrainer._compute_losses(trainer, policy * mask, reference * mask, probability)
    loss.backward()
    return {"source": source("NashMDTrainer._compute_losses"), "objective": "nash-md", "parameters": {"beta": beta},
            "lengths": lengths, "channels": {"policy_logps": flat(policy.detach(), lengths), "reference_logps": flat(reference, lengths),
                                             "preference_probabilities": probability.tolist()},
            "loss": loss.item(), "gradients": {"policy_logps": flat(policy.grad, lengths)}}


def rloo(groups=2, size=4, low=0.2, high=0.3):
    rows = groups * size
    lengths = [random.randint(1, 4) for _ in range(rows)]
    policy, mask = logps(rows, max(lengths)), masked(lengths)
    old = logps(rows, max(lengths), shift=0.1, base=policy)
    rewards = torch.randn(rows, generator=generator, dtype=F64)
    grouped = rewards.view(-1, size)
    advantages = rewards - ((grouped.sum(1, keepdim=True) - grouped) / (size - 1)).view(-1)
    metrics = {"train": defaultdict(list)}
    trainer = SimpleNamespace(
        _get_per_token_logps_and_entropies=lambda *a, **k: (policy, torch.zeros_like(policy), None), aux_loss_enabled=False,
        epsilon_low=low, epsilon_high=high, model=SimpleNamespace(training=True), _metrics=metrics,
        accelerator=SimpleNamespace(reduce=lambda x, reduction=None: x, gather=lambda x: x))
    loss = RLOOTrainer._compute_loss(trainer, None, {
        "prompt_ids": torch.zeros(rows, 1), "prompt_mask": torch.ones(rows, 1), "completion_ids": torch.zeros(rows, max(lengths)),
        "completion_mask": mask, "advantages": advantages, "old_logps": (old * mask).sum(1)})
    loss.backward()
    return {"source": source("RLOOTrainer._compute_loss"), "objective": "rloo",
            "parameters": {"epsilon_low": low, "epsilon_high": high}, "lengths": lengths, "sequence_counts": [size] * groups,
            "channels": {"policy_logps": flat(policy.detach(), lengths), "behaviour_logps": flat(old, lengths), "rewards": rewards.tolist()},
            "loss": loss.item(), "gradients": {"policy_logps": flat(policy.grad, lengths)},
            "metrics": {"clip_ratio/region_mean": metrics["train"]["clip_ratio/region_mean"][0]}}


cases = [
    xpo([True, False, True], 0.3, 0.05), xpo([False, False], 0.1, 1e-3),
    wpo(4, 0.1), wpo(2, 0.7),
    reward("bradley-terry", 4, False, None), reward("bradley-terry-margin", 4, True, None),
    reward("bradley-terry-centred", 4, False, 0.01), reward("bradley-terry-centred", 3, False, 0.5),
    grpo("grpo", "grpo"), grpo("grpo", "grpo", beta=0.04), grpo("grpo-batch-scaled", "grpo", scale="batch", beta=0.1),
    grpo("dapo", "dapo", beta=0.02), grpo("dapo", "bnpo"), grpo("dr-grpo", "dr_grpo", scale="none", max_completion_length=8, beta=0.01),
    grpo("gspo", "grpo", level="sequence", ratio_shift=0.6), grpo("luspo", "luspo", level="sequence", ratio_shift=0.6),
    grpo("sapo", "sapo", temperature_positive=1.0, temperature_negative=1.05, ratio_shift=0.6),
    grpo("gdpo", "grpo", weight_0=1.0, weight_1=0.5, beta=0.05), rloo(), rloo(groups=3, size=2),
    grpo("cispo", "cispo", epsilon_high=1.2, ratio_shift=0.6), grpo("cispo", "cispo", epsilon_high=5.0),
    grpo("vespo", "vespo", k_pos=2.0, lambda_pos=3.0, k_neg=3.0, lambda_neg=2.0),
    grpo("vespo", "vespo", k_pos=1.0, lambda_pos=0.5, k_neg=2.0, lambda_neg=0.0, ratio_shift=0.6),
    nash(4, 0.1), nash(3, 1.5),
]
json.dump({"generated_by": f"trl {trl.__version__}, torch {torch.__version__}", "cases": cases}, open(sys.argv[1], "w"))
