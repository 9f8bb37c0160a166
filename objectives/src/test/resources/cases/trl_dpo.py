"""Writes trl_dpo.json: random cases through trl 1.13.0 DPOTrainer._compute_loss.

The model is a stand-in whose token log-probabilities are leaves, so that gradients are those of
the loss by each token's log-probability. Run: python trl_dpo.py trl_dpo.json
"""
import json
import random
import sys
from collections import defaultdict
from types import SimpleNamespace

import torch
import trl
from trl.trainer import dpo_trainer
from trl.trainer.dpo_trainer import DPOTrainer

random.seed(11)
generator = torch.Generator().manual_seed(11)
PROMPT = 2


def logits_of(logps):
    """Two-word vocabulary in which the label, word 0, has the given log-probability."""
    # Both words depend on the leaf, so that their softmax, and its gradient, is the leaf's own.
    rest = torch.log1p(-torch.exp(logps.clamp(max=-1e-6)))
    pair = torch.stack([logps, rest], dim=-1)
    return torch.cat([pair, torch.zeros_like(pair[:, :1])], dim=1)


def case(loss_type, dtype, **options):
    pairs = options["pairs_count"]
    # chosen rows, then rejected rows
    lengths = options.get("lengths") or [random.randint(1, 7) for _ in range(2 * pairs)]
    scale, digits = options.get("scale", 1), options.get("digits")
    width = PROMPT + max(lengths)
    mask = torch.zeros(2 * pairs, width, dtype=torch.long)
    for row, length in enumerate(lengths):
        mask[row, PROMPT : PROMPT + length] = 1
    base = -torch.rand(2 * pairs, width - 1, generator=generator, dtype=torch.float64) * 4 - 0.1
    shift = torch.randn(2 * pairs, width - 1, generator=generator, dtype=torch.float64) * 0.6
    policy, reference = scale * base, scale * (base + shift).clamp(max=-0.01)
    if digits is not None:  # shorter files
        policy, reference = policy.round(decimals=digits), reference.round(decimals=digits)
    policy, reference = policy.to(dtype).requires_grad_(True), reference.to(dtype)
    returned = iter([policy.clone(), reference.clone()])
    dpo_trainer.selective_log_softmax = lambda logits, labels: next(returned)

    class Model:
        training = True

        def __call__(self, **kwargs):
            return SimpleNamespace(logits=logits_of(policy))

    accelerator = SimpleNamespace(
        device=torch.device("cpu"), gather=lambda x: x, gather_for_metrics=lambda x: x)
    metrics = {"train": defaultdict(list)}
    trainer = SimpleNamespace(
        model=Model(), ref_model=Model(), accelerator=accelerator, aux_loss_enabled=False,
        ld_alpha=options.get("ld_alpha"), precompute_ref_logps=False,
        args=SimpleNamespace(gradient_checkpointing_kwargs=None, discopop_tau=options.get("discopop_tau", 0.05)),
        f_divergence_type=options.get("f_divergence", "reverse_kl"),
        f_alpha_divergence_coef=options.get("alpha", 0.5), loss_types=loss_type,
        loss_weights=options.get("loss_weights", [1.0] * len(loss_type)), beta=options["beta"],
        label_smoothing=options.get("label_smoothing", 0.0), use_weighting=options.get("use_weighting", False),
        _metrics=metrics, _total_train_tokens=0, _tp_size=1)
    from contextlib import nullcontext
    dpo_trainer.disable_gradient_checkpointing = lambda *a, **k: nullcontext()
    dpo_trainer.is_peft_model = lambda m: False
    inputs = {"input_ids": torch.zeros(2 * pairs, width, dtype=torch.long),
              "attention_mask": torch.ones(2 * pairs, width, dtype=torch.long), "completion_mask": mask}
    loss = DPOTrainer._compute_loss(trainer, trainer.model, inputs, False)
    loss.backward()

    def rows(tensor, row):
        return tensor[row, PROMPT - 1 : PROMPT - 1 + lengths[row]].tolist()

    kept = ["rewards/chosen", "rewards/rejected", "rewards/accuracies", "rewards/margins", "logps/chosen", "logps/rejected"]
    result = {
        "source": f"trl {trl.__version__} DPOTrainer._compute_loss", "loss_type": loss_type,
        "loss_weights": trainer.loss_weights, "beta": trainer.beta, "label_smoothing": trainer.label_smoothing,
        "ld_alpha": trainer.ld_alpha, "f_divergence": trainer.f_divergence_type, "alpha": trainer.f_alpha_divergence_coef,
        "discopop_tau": trainer.args.discopop_tau,
        "pairs": [{side: {"policy_logps": rows(policy.detach(), row), "reference_logps": rows(reference, row)}
                   for side, row in (("chosen", i), ("rejected", i + pairs))} for i in range(pairs)],
        "loss": loss.item(), "metrics": {k: metrics["train"][k][0] for k in kept},
        "precision": "float32" if dtype == torch.float32 else "partly float32" if "exo_pair" in loss_type else "float64"}
    if trainer.use_weighting:
        # What WPO weighs by: log-probabilities over the sum of squared probabilities of the two words.
        probability = policy.detach().exp()
        aligned = policy.detach() - torch.log(probability**2 + (1 - probability) ** 2)
        result["use_weighting"] = True
        for i, pair in enumerate(result["pairs"]):
            pair["chosen"]["aligned_logps"], pair["rejected"]["aligned_logps"] = rows(aligned, i), rows(aligned, i + pairs)
    if policy.grad is not None:
        result["grad_policy_logps"] = [{"chosen": rows(policy.grad, i), "rejected": rows(policy.grad, i + pairs)} for i in range(pairs)]
    return result


every = ["sigmoid", "hinge", "ipo", "exo_pair", "nca_pair", "robust", "bco_pair", "sppo_hard", "aot", "aot_unpaired",
         "apo_zero", "apo_down", "discopop", "sigmoid_norm", "sft"]
with_divergence = ["sigmoid", "sigmoid_norm", "hinge", "ipo", "exo_pair", "robust", "discopop", "sft"]

if __name__ == "__main__":
    cases = []
    for name in every:
        cases.append(case([name], torch.float64, beta=0.3, label_smoothing=0.2, pairs_count=5))
        cases.append(case([name], torch.float64, beta=1.5, label_smoothing=0.05, ld_alpha=0.3, pairs_count=3))
    for name in with_divergence:
        for divergence in ("forward_kl", "js_divergence"):
            cases.append(case([name], torch.float64, beta=0.2, label_smoothing=0.1, f_divergence=divergence, pairs_count=4))
        cases.append(case([name], torch.float32, beta=0.2, label_smoothing=0.1, f_divergence="alpha_divergence", alpha=0.5, pairs_count=4))
    cases.append(case(["sigmoid"], torch.float32, beta=0.1, f_divergence="alpha_divergence", alpha=2.0, pairs_count=4))
    cases.append(case(["sigmoid"], torch.float64, beta=0.1, f_divergence="alpha_divergence", alpha=1.0, pairs_count=4))
    cases.append(case(["ipo"], torch.float64, beta=0.2, ld_alpha=0.7, f_divergence="js_divergence", pairs_count=4))
    cases.append(case(["sigmoid", "robust", "aot"], torch.float64, loss_weights=[0.5, 0.3, 2.0], beta=0.4, label_smoothing=0.1, pairs_count=6))
    cases.append(case(["apo_zero", "nca_pair", "discopop", "sft"], torch.float64, loss_weights=[1.0, -0.5, 0.1, 0.7], beta=0.2, discopop_tau=0.2, pairs_count=2))
    json.dump({"generated_by": f"trl {trl.__version__}, torch {torch.__version__}", "cases": cases}, open(sys.argv[1], "w"))
