"""Writes trl_kto_bco.json: random cases through trl 1.13.0 KTOTrainer._compute_loss and BCOTrainer.bco_loss.

Run: python trl_kto_bco.py trl_kto_bco.json
"""
import json
import random
import sys
from collections import defaultdict
from contextlib import nullcontext
from types import SimpleNamespace

import torch
import trl
from trl.experimental.bco.bco_trainer import BCOTrainer, RunningMoments
from trl.trainer import kto_trainer
from trl.trainer.kto_trainer import KTOTrainer

random.seed(5)
generator = torch.Generator().manual_seed(5)
PROMPT = 1


def draws(rows, width):
    base = -torch.rand(rows, width, generator=generator, dtype=torch.float64) * 4 - 0.1
    shift = torch.randn(rows, width, generator=generator, dtype=torch.float64) * 0.6
    return base.clone().requires_grad_(True), (base + shift).clamp(max=-0.01)


def flat(tensor, lengths):
    return [x for row, n in enumerate(lengths) for x in tensor[row, :n].tolist()]


def kto(loss_type, labels, beta, desirable, undesirable, kl_shift=0.0):
    rows = len(labels)
    lengths = [random.randint(1, 6) for _ in range(rows)]
    width = max(lengths)
    policy, reference = draws(rows, width)
    kl_policy = -torch.rand(rows, generator=generator, dtype=torch.float64) * 9
    kl_reference = kl_policy - kl_shift + torch.randn(rows, generator=generator, dtype=torch.float64)
    mask = torch.zeros(rows, PROMPT + width, dtype=torch.long)
    for row, length in enumerate(lengths):
        mask[row, PROMPT : PROMPT + length] = 1
    returned = iter([policy.clone(), reference.clone()])
    kto_trainer.selective_log_softmax = lambda logits, ids: next(returned)
    kto_trainer.disable_gradient_checkpointing = lambda *a, **k: nullcontext()
    kto_trainer.is_peft_model = lambda m: False

    class Model:
        training = True

        def __call__(self, **kwargs):
            return SimpleNamespace(logits=torch.zeros(rows, PROMPT + width, 2, dtype=torch.float64))

    kl = iter([kl_policy, kl_reference])
    metrics = {"train": defaultdict(list)}
    trainer = SimpleNamespace(
        model=Model(), ref_model=Model(), aux_loss_enabled=False, precompute_ref_logps=False,
        accelerator=SimpleNamespace(device=torch.device("cpu"), gather_for_metrics=lambda x: x),
        args=SimpleNamespace(gradient_checkpointing_kwargs=None),
        calculate_KL=loss_type == "kto", loss_type=loss_type, beta=beta, desirable_weight=desirable,
        undesirable_weight=undesirable, _metrics=metrics, _total_train_tokens=0, _tp_size=1,
        _compute_kl_logps=lambda model, batch: next(kl))
    inputs = {"input_ids": torch.zeros_like(mask), "attention_mask": torch.ones_like(mask),
              "completion_mask": mask, "label": torch.tensor(labels)}
    loss = KTOTrainer._compute_loss(trainer, trainer.model, inputs, False)
    loss.backward()
    logged = ["rewards/chosen", "rewards/rejected", "rewards/margins", "logps/chosen", "logps/rejected"]
    if loss_type == "kto":
        logged.append("kl")
    channels = {"policy_logps": flat(policy.detach(), lengths), "reference_logps": flat(reference, lengths),
                "labels": [float(label) for label in labels]}
    if loss_type == "kto":
        channels["kl_log_ratios"] = (kl_policy - kl_reference).tolist()
    return {
        "source": f"trl {trl.__version__} KTOTrainer._compute_loss",
        "objective": "kto" if loss_type == "kto" else "apo-zero-unpaired",
        "parameters": {"beta": beta, "desirable_weight": desirable, "undesirable_weight": undesirable},
        "lengths": lengths, "channels": channels, "loss": loss.item(),
        "gradients": {"policy_logps": flat(policy.grad, lengths)},
        "metrics": {k: metrics["train"][k][0] for k in logged if metrics["train"][k]}}


def bco(running, beta, labels, weighted):
    rows = len(labels)
    lengths = [random.randint(1, 6) for _ in range(rows)]
    policy, reference = draws(rows, max(lengths))
    mask = torch.zeros_like(reference)
    for row, length in enumerate(lengths):
        mask[row, :length] = 1
    chosen = torch.tensor(labels, dtype=torch.bool)
    weights = torch.rand(rows, generator=generator, dtype=torch.float64) * 2
    trainer = SimpleNamespace(beta=beta, running=running, match_underlying_distribution=weighted,
                              _get_udm_weight=lambda embeddings: weights[~chosen])
    before = (running.mean, running.count)
    logps, reference_logps = (policy * mask).sum(1), (reference * mask).sum(1)
    losses, _, _, delta = BCOTrainer.bco_loss(
        trainer, logps[chosen], logps[~chosen], reference_logps[chosen], reference_logps[~chosen], None, None)
    losses.nanmean().backward()
    channels = {"policy_logps": flat(policy.detach(), lengths), "reference_logps": flat(reference, lengths),
                "labels": [float(label) for label in labels]}
    if weighted:
        channels["weights"] = torch.where(chosen, torch.ones_like(weights), weights).tolist()
    return {
        "source": f"trl {trl.__version__} BCOTrainer.bco_loss", "objective": "bco-weighted" if weighted else "bco",
        "parameters": {"beta": beta}, "lengths": lengths, "channels": channels,
        "state": {"mean": before[0], "count": before[1]} if before[1] >= 1 else {},
        "loss": losses.nanmean().item(), "gradients": {"policy_logps": flat(policy.grad, lengths)},
        "next_state": {"mean": running.mean, "count": running.count},
        # RunningMoments keeps its mean in single precision.
        "precision": "partly float32"}


cases = [
    kto("kto", [1, 0, 1, 1, 0], 0.1, 1.0, 1.0, kl_shift=-2.0),
    kto("kto", [1, 0, 1, 0], 0.5, 1.3, 0.7, kl_shift=-1.0),
    kto("kto", [0, 0, 1, 0], 0.3, 1.0, 2.0, kl_shift=3.0),
    kto("apo_zero_unpaired", [1, 0, 0, 1, 1], 0.2, 1.0, 0.5),
]
for weighted in (False, True):
    running = RunningMoments(SimpleNamespace(use_distributed=False))
    cases += [bco(running, 0.4, labels, weighted) for labels in ([1, 0, 1, 0, 0], [0, 1, 1], [1, 1, 0, 1])]
json.dump({"generated_by": f"trl {trl.__version__}, torch {torch.__version__}", "cases": cases}, open(sys.argv[1], "w"))
