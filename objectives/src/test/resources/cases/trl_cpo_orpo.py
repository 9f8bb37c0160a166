"""Writes trl_cpo_orpo.json: random cases through trl 1.13.0 CPOTrainer.cpo_loss and ORPOTrainer.odds_ratio_loss.

Run: python trl_cpo_orpo.py trl_cpo_orpo.json
"""
import json
import sys
from types import SimpleNamespace

import torch
import trl
from trl.experimental.cpo.cpo_trainer import CPOTrainer
from trl.experimental.orpo.orpo_trainer import ORPOTrainer

generator = torch.Generator().manual_seed(3)
accelerator = SimpleNamespace(device=torch.device("cpu"))


def leaves(count):
    return [(-torch.rand(count, generator=generator, dtype=torch.float64) * 3 - 0.05).requires_grad_(True) for _ in range(2)]


def result(source, loss_type, chosen, rejected, losses, precision, **parameters):
    losses.mean().backward()
    return {"source": f"trl {trl.__version__} {source}", "loss_type": [loss_type], **parameters,
            "policy_chosen_logps": chosen.tolist(), "policy_rejected_logps": rejected.tolist(),
            "losses": losses.tolist(), "grad_chosen": chosen.grad.tolist(), "grad_rejected": rejected.grad.tolist(),
            "precision": precision}


cases = []
for loss_type in ("sigmoid", "hinge", "ipo", "simpo"):
    for beta, gamma, alpha, smoothing in ((0.5, 0.3, 0.0, 0.0), (1.7, 1.2, 0.5, 0.1), (2.5, 0.8, -0.3, 0.2)):
        chosen, rejected = leaves(5)
        trainer = SimpleNamespace(beta=beta, simpo_gamma=gamma, alpha=alpha, label_smoothing=smoothing,
                                  loss_type=loss_type, accelerator=accelerator)
        losses, _, _ = CPOTrainer.cpo_loss(trainer, chosen, rejected)
        cases.append(result("CPOTrainer.cpo_loss", loss_type, chosen, rejected, losses, "float64", beta=beta,
                            simpo_gamma=gamma, alphapo_alpha=alpha, label_smoothing=smoothing))
for beta in (0.05, 1.0):
    chosen, rejected = leaves(5)
    trainer = SimpleNamespace(beta=beta, accelerator=accelerator)
    losses = ORPOTrainer.odds_ratio_loss(trainer, chosen, rejected)[0]
    cases.append(result("ORPOTrainer.odds_ratio_loss", "orpo_odds_ratio", chosen, rejected, losses, "partly float32", beta=beta))
json.dump({"generated_by": f"trl {trl.__version__}, torch {torch.__version__}", "cases": cases}, open(sys.argv[1], "w"))
