"""Writes trl_breadth.json: every loss type of trl 1.13.0's DPO, CPO and ORPO trainers over a grid of their parameters.

Every f-divergence where the trainer takes one, LD-DPO's weight at 0, between and 1, label smoothing up to its bounds,
sums of several loss types (MPO's among them), WPO's weights, completions of one token and of none, margins of thousands. In the format
of trl_dpo.py and trl_cpo_orpo.py, which lie beside. Run: python trl_breadth.py trl_breadth.json
"""
import itertools
import json
import math
import random
import sys
from types import SimpleNamespace

import torch
import trl
from trl.experimental.cpo.cpo_trainer import CPOTrainer
from trl.experimental.orpo.orpo_trainer import ORPOTrainer

from trl_dpo import case, every, with_divergence

random.seed(101)
generator = torch.Generator().manual_seed(101)
F64, F32 = torch.float64, torch.float32
accelerator = SimpleNamespace(device=torch.device("cpu"))
BOUNDS = {"robust": (0.0, 0.01, 0.49), "exo_pair": (1e-4, 0.3, 0.9), "aot": (0.0, 0.5, 0.9), "aot_unpaired": (0.0, 0.5, 0.9)}
BETAS = (0.01, 0.7, 4.0)


def drawn(loss_type, dtype=F64, **options):
    lengths = options.pop("lengths", None) or [random.randint(1, 4) for _ in range(4)]
    return case(loss_type, dtype, pairs_count=len(lengths) // 2, lengths=lengths, digits=3, **options)


def dpo():
    for name in every:
        for number, (beta, ld_alpha) in enumerate(zip(BETAS, (None, 0.0, 1.0))):
            smoothing = BOUNDS.get(name, (0.0, 0.2, 0.4))[number]
            yield drawn([name], beta=beta, ld_alpha=ld_alpha, label_smoothing=smoothing)
        yield drawn([name], beta=0.3, label_smoothing=0.1, lengths=[1, 1])
        empty = [1, 2, 0, 3] if name == "sft" else [0, 2, 3, 0]  # chosen, chosen, rejected, rejected
        yield drawn([name], beta=0.2, label_smoothing=0.1, lengths=empty)
    for name, divergence in itertools.product(with_divergence, ("forward_kl", "js_divergence")):
        for beta, ld_alpha in ((0.05, None), (1.0, 0.6)):
            yield drawn([name], beta=beta, ld_alpha=ld_alpha, label_smoothing=0.25, f_divergence=divergence)
    for name, alpha in itertools.product(with_divergence, (-0.5, 0.0, 0.5, 1.5)):
        yield drawn([name], F32, beta=0.1, label_smoothing=0.25, f_divergence="alpha_divergence", alpha=alpha)
    # TRL clamps the exponent of the divergence at 80; here at log-ratios of some hundred.
    for alpha in (0.5, 1.5):
        yield drawn(["sigmoid"], F32, beta=1e-30, f_divergence="alpha_divergence", alpha=alpha, scale=100.0)
    # Log-ratios of thousands, where the loss of TRL itself is finite.
    for name in every:
        if name not in ("discopop", "sft"):
            yield drawn([name], beta=0.5, label_smoothing=0.2, scale=1000.0)
    yield drawn(["sigmoid"], beta=0.5, f_divergence="js_divergence", scale=1000.0)
    for tau in (0.01, 0.2, 5.0):
        yield drawn(["discopop"], beta=0.3, discopop_tau=tau)
    for loss_type, weights in ((["sigmoid", "bco_pair", "sft"], [0.8, 0.2, 1.0]), (["sigmoid", "bco_pair", "sft"], [1.0, 1.0, 1.0]),
                               (["sigmoid", "sft"], [1.0, 0.2]), (["hinge", "ipo", "robust"], [0.3, 0.1, 2.0]),
                               (["apo_zero", "sft"], [1.0, 0.5]), (["aot", "aot_unpaired"], [0.5, 0.5]), (every, [0.1] * len(every))):
        yield drawn(loss_type, beta=0.1, label_smoothing=0.15, loss_weights=weights)
        yield drawn(loss_type, beta=0.6, label_smoothing=0.05, ld_alpha=0.4, loss_weights=weights)
    for name in every:
        # TRL multiplies in place, which autograd refuses after the hinge's relu.
        if name not in ("aot", "aot_unpaired", "sft", "hinge"):
            yield drawn([name], beta=0.4, label_smoothing=0.1, use_weighting=True)
    yield drawn(["sigmoid", "apo_zero"], beta=0.4, ld_alpha=0.5, loss_weights=[0.7, 0.3], use_weighting=True)
    yield drawn(["ipo"], beta=0.4, f_divergence="js_divergence", use_weighting=True)
    yield drawn(["sigmoid", "ipo", "sft"], beta=0.4, f_divergence="forward_kl", loss_weights=[0.5, 0.25, 0.25])


def leaves(low, high, count=3):
    span = math.log(high / low)
    return [(-low * torch.exp(span * torch.rand(count, generator=generator, dtype=F64))).round(decimals=5).requires_grad_(True) for _ in range(2)]


def scores(source, loss_type, chosen, rejected, losses, precision, **parameters):
    losses.mean().backward()
    return {"source": f"trl {trl.__version__} {source}", "loss_type": [loss_type], **parameters,
            "policy_chosen_logps": chosen.tolist(), "policy_rejected_logps": rejected.tolist(), "losses": losses.tolist(),
            "grad_chosen": chosen.grad.tolist(), "grad_rejected": rejected.grad.tolist(), "precision": precision}


def cpo():
    grid = itertools.product(("sigmoid", "hinge", "ipo", "simpo"), BETAS, ((0.0, 0.0, 0.0), (1.4, 0.3, 0.2), (-0.5, -1.2, 0.45)))
    for number, (loss_type, beta, (gamma, alpha, smoothing)) in enumerate(grid):
        chosen, rejected = leaves(*((0.01, 6.0) if number % 3 else (1.0, 9000.0)))
        trainer = SimpleNamespace(beta=beta, simpo_gamma=gamma, alpha=alpha, label_smoothing=smoothing, loss_type=loss_type, accelerator=accelerator)
        losses = CPOTrainer.cpo_loss(trainer, chosen, rejected)[0]
        yield scores("CPOTrainer.cpo_loss", loss_type, chosen, rejected, losses, "float64", beta=beta, simpo_gamma=gamma,
                     alphapo_alpha=alpha, label_smoothing=smoothing)


def orpo():
    for beta, (low, high) in itertools.product((0.1, 3.0), ((0.05, 3.0), (0.5, 40.0), (2.0, 4000.0))):
        chosen, rejected = leaves(low, high)
        losses = ORPOTrainer.odds_ratio_loss(SimpleNamespace(beta=beta, accelerator=accelerator), chosen, rejected)[0]
        yield scores("ORPOTrainer.odds_ratio_loss", "orpo_odds_ratio", chosen, rejected, losses, "partly float32", beta=beta)


def finite(tree):
    if isinstance(tree, dict):
        return all(map(finite, tree.values()))
    return all(map(finite, tree)) if isinstance(tree, list) else not isinstance(tree, float) or math.isfinite(tree)


cases = [*dpo(), *cpo(), *orpo()]
assert all(map(finite, cases)), [c["loss_type"] for c in cases if not finite(c)]
lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
with open(sys.argv[1], "w") as file:
    file.write(f'{{"generated_by": "trl {trl.__version__}, torch {torch.__version__}", "cases": [\n{lines}\n]}}\n')
