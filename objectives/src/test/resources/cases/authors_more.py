"""Writes authors_more.json: random cases through more authors' code, and through formulas of papers.

Functions and statements are taken by name out of the repositories below, which must lie under the
directory given first; nothing of them is kept here. Run: python authors_more.py CLONES authors_more.json

zhourunlong/EGPO f295bf3, huawei-noah/HEBO ee6112d (its SparsePO), Savannah120/alignment-handbook-PoFT 40d33d7,
uclaml/SPIN a12ba80, aiming-lab/GRAPE 89986c7, Cornell-RL/drpo bd825df, smiles724/MNPO b8317e9,
MrBlankness/TPO ba87a23.

Cases whose source says "formula" restate an equation of the paper that the catalogue names, and take their
gradients from autograd.
"""
import ast
import json
import random
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import *

import torch
import torch.nn.functional as F

CLONES = Path(sys.argv[1])
random.seed(47)
generator = torch.Generator().manual_seed(47)
torch.set_default_dtype(torch.float64)
here = SimpleNamespace(device=torch.device("cpu"))
cases = []


def function(path, name):
    tree = ast.parse((CLONES / path).read_text())
    return next(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == name)


def taken(path, name):
    """The function called name, compiled alone; single precision is read as double and prints are dropped."""
    text = ast.unparse(function(path, name)).replace("print(", "(lambda *a: None)(")
    text = text.replace("torch.float32", "torch.float64").replace(".float()", ".double()")
    space = dict(globals())
    exec(text, space)
    return space[name]


def logps(lengths, base=None):
    count = sum(lengths)
    if base is None:
        return (-torch.rand(count, generator=generator) * 3 - 0.1).requires_grad_(True)
    return (base.detach() + 0.5 * torch.randn(count, generator=generator)).clamp(max=-0.01)


def sums(values, lengths):
    return torch.stack([part.sum() for part in values.split(lengths)])


def lengths(count):
    return [random.randint(1, 6) for _ in range(count)]


def case(source, objective, parameters, ls, channels, loss, leaves, **more):
    value = loss.mean() if loss.dim() else loss
    value.backward()
    result = {"source": source, "objective": objective, "parameters": parameters, "lengths": ls,
              "channels": {k: v.detach().tolist() for k, v in channels.items()}, "loss": value.item(),
              "gradients": {leaf: channels[leaf].grad.tolist() for leaf in leaves}, **more}
    if loss.dim():
        result["losses"] = loss.tolist()
    cases.append(result)


def pairs(source, objective, parameters, loss, references=("reference_logps",), **constants):
    """Four pairs; loss takes the sums of chosen and rejected under the policy and each reference."""
    ls = lengths(8)
    policy = logps(ls)
    refs = {name: logps(ls, base=policy) for name in references}
    rows = [sums(v, ls) for v in (policy, *refs.values())]
    value = loss(*[x for row in rows for x in (row[0::2], row[1::2])], **constants)
    case(source, objective, parameters, ls, {"policy_logps": policy, **refs, **constants}, value, ["policy_logps"])


# EGPO: the loss takes preferences of both responses and their difference is the channel.
egpo = taken("EGPO/lms/trainers/extragradient_trainer.py", "_compute_losses")
for beta in (0.1, 0.7):
    both = torch.rand(4, 1, 2, generator=generator)

    def extragradient(pw, pl, rw, rl, margins):
        stacked = lambda w, l: torch.stack([w, l], 1).unsqueeze(-1)
        return egpo(SimpleNamespace(beta=beta), stacked(pw, pl), stacked(rw, rl), both)[0]

    pairs("EGPO ExtragradientTrainer._compute_losses", "egpo", {"beta": beta}, extragradient,
          margins=(both[:, 0, 0] - both[:, 0, 1]))

spin = taken("SPIN/spin/alignment/trainer.py", "spin_loss")
for beta in (0.1, 1.5):
    me = SimpleNamespace(beta=beta, loss_type="sigmoid")
    pairs("SPIN spin_loss", "spin", {"beta": beta}, lambda pw, pl, rw, rl: spin(me, pw, pl, rw, rl)[0],
          ("reference_logps/previous",))

# INPO is MNPO's loss with one opponent and ratio tau / eta.
mnpo = taken("MNPO/mnpo_scripts/mnpo_trainer.py", "mnpo_loss")
for eta, tau in ((0.0075, 0.0025), (0.2, 0.05)):
    me = SimpleNamespace(accelerator=here, max_history_t=1, weights=[1.0], ratio=tau / eta, eta=eta, beta=1.0)
    pairs("MNPO mnpo_loss, one opponent", "inpo", {"eta": eta, "tau": tau},
          lambda pw, pl, rw, rl, tw, tl: mnpo(me, pw, pl, rw, rl, [(tw, tl)])[0],
          ("reference_logps", "reference_logps/previous"))
    pairs("formula of arXiv:2407.00617, equation 8", "inpo", {"eta": eta, "tau": tau},
          lambda pw, pl, rw, rl, tw, tl: (pw - pl - tau / eta * (rw - rl) - (eta - tau) / eta * (tw - tl)
                                          - 1 / (2 * eta)) ** 2,
          ("reference_logps", "reference_logps/previous"))
for eta in (0.05, 1.3):
    pairs("formula of arXiv:2502.16852, algorithm 1", "onpo", {"eta": eta},
          lambda pw, pl, tw, tl: (pw - pl - (tw - tl) - eta / 2) ** 2, ("reference_logps/previous",))
names = [f"reference_logps/checkpoint-{j}" for j in range(3)]
pairs("formula of DPO with a mean of three references", "dpo-population", {"beta": 0.3, "checkpoints": 3},
      lambda pw, pl, *r: -F.logsigmoid(0.3 * (pw - pl - sum(r[0::2]) / 3 + sum(r[1::2]) / 3)), names)

ls = lengths(8)
policy = logps(ls)
reference = logps(ls, base=policy)
u = sums(policy, ls) - sums(reference, ls)
mixed = -0.4 * F.logsigmoid(0.2 * (u[0::4] - u[1::4])) - 0.6 * F.logsigmoid(0.2 * (u[2::4] - u[3::4]))
case("formula of arXiv:2510.05095, equation 2, over DPO", "bvpo", {"beta": 0.2, "alpha": 0.4}, ls,
     {"policy_logps": policy, "reference_logps": reference}, mixed, ["policy_logps"], sequence_counts=[4, 4])
ls = lengths(5)
policy = logps(ls)
previous = logps(ls, base=policy)
scores = torch.randn(5, generator=generator)
case("formula of arXiv:2410.02197, equation 5.3", "gpo", {"beta": 0.3}, ls,
     {"policy_logps": policy, "reference_logps/previous": previous, "preference_scores": scores},
     (sums(policy, ls) - sums(previous, ls) - scores / 0.3) ** 2, ["policy_logps"])
scores = torch.randn(8, generator=generator).requires_grad_(True)
w, l = scores[0::2], scores[1::2]
case("formula of arXiv:2404.02078, L_UltraInteract", "eurus-reward", {}, [1] * 8, {"scores": scores},
     -F.logsigmoid(w - l) - F.logsigmoid(w) - F.logsigmoid(-l), ["scores"])

# GRAPE: the loop over eight steps adds up loss_step, and the logistic comes after it.
finetune = function("GRAPE/TPO-Train/finetune.py", "finetune")
assigned = lambda name: [n for n in ast.walk(finetune) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == name]
for _ in range(2):
    steps = [random.randint(1, 4) for _ in range(16)]
    ls = [sum(steps[:8]), sum(steps[8:])]
    policy, reference = logps(ls), None
    reference = logps(ls, base=policy)
    p, r = sums(policy, steps), sums(reference, steps)
    space = {"F": F, "loss_sum": 0}
    for step in range(8):
        space.update(policy_chosen_logps=p[step], policy_rejected_logps=p[8 + step],
                     ref_chosen_logps=r[step], ref_rejected_logps=r[8 + step])
        exec(ast.unparse(assigned("loss_step")[0]), space)
        space["loss_sum"] = space["loss_sum"] + space["loss_step"]
    exec(ast.unparse(assigned("loss_sum")[-1]), space)
    case("GRAPE finetune, eight steps of a trajectory", "dpo", {"beta": 0.1}, ls,
         {"policy_logps": policy, "reference_logps": reference}, space["loss_sum"], ["policy_logps"])

# PoFT: the line that makes the loss of the two scores.
line = next(n for n in ast.walk(ast.parse((CLONES / "alignment-handbook-PoFT/scripts/run_poft.py").read_text()))
            if isinstance(n, ast.Assign) and "torch.sigmoid" in ast.unparse(n))
for beta, gamma in ((1.0, 0.0), (2.5, 0.3)):
    ls = lengths(5)
    policy = logps(ls)
    baseline = -3 * torch.rand(5, generator=generator)
    space = {"torch": torch, "beta": beta, "gamma": gamma, "mean_log_llm_probs": baseline,
             "log_theta_probs": sums(policy, ls) / torch.tensor(ls)}
    exec(ast.unparse(line), space)
    case("alignment-handbook-PoFT run_poft.py, total_loss", "poft", {"beta": beta, "gamma": gamma}, ls,
         {"policy_logps": policy, "baseline_scores": baseline}, space["total_loss"], ["policy_logps"])

# DR-PO: the statements between the new log-probabilities and the policy loss.
main = ast.parse((CLONES / "drpo/src/tldr/drpo.py").read_text())
wanted = ["logprobs_diff", "ratio", "pg_losses", "pg_losses2", "pg_loss"]
statements = [n for n in ast.walk(main) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) in wanted]
for clip in (0.2, 0.1):
    rows, width = 3, 5
    policy = logps([width] * rows)
    old = (policy.detach() + 0.4 * torch.randn(rows * width, generator=generator)).clamp(max=-0.01)
    advantages = torch.randn(rows * width, generator=generator)
    sampled = torch.tensor([[t >= start for t in range(width)] for start in (0, 2, 3)])
    space = {"torch": torch, "accelerator": here, "args": SimpleNamespace(ppo=SimpleNamespace(cliprange=clip)),
             "new_logprobs": policy.view(rows, width), "mb_logprobs": old.view(rows, width),
             "mb_advantage": advantages.view(rows, width), "mb_rollin_masks": sampled}
    for name in wanted:
        exec(ast.unparse(next(n for n in statements if ast.unparse(n.targets[0]) == name)), space)
    case("drpo.py pg_loss", "drpo", {"epsilon_low": clip, "epsilon_high": clip}, [width] * rows,
         {"policy_logps": policy, "behaviour_logps": old, "token_advantages": advantages,
          "token_weights": sampled.double().flatten()}, space["pg_loss"], ["policy_logps"])

# SparsePO: the body of get_batch_loss_metrics from the log-softmax to the norms, with the channels as leaves.
sparse = function("HEBO/SparsePO/src/trainers/sparse_trainer.py", "get_batch_loss_metrics")
begin = next(i for i, n in enumerate(sparse.body) if ast.unparse(n).startswith("policy_chosen_logps_vocab"))
end = next(i for i, n in enumerate(sparse.body) if ast.unparse(n).startswith("chosen_rewards ="))
for common, l1 in ((True, (0.02, 0.02)), (False, (0.03, 0.01)), (False, (0.0, 0.5))):
    batch, width, words, beta = 3, 4, 5, 0.4
    ls = [random.randint(1, width) for _ in range(2 * batch)]
    real = torch.tensor([[t < n for t in range(width)] for n in ls])
    rows = lambda value, first: value[first::2]
    logits = [torch.randn(2 * batch, width, words, generator=generator) for _ in range(2)]
    labels = torch.randint(0, words, (2 * batch, width), generator=generator)
    logs = [x.log_softmax(-1) for x in logits]
    token = logs[0].gather(2, labels.unsqueeze(2)).squeeze(2).clone().requires_grad_(True)
    divergence = (logs[1].exp() * (logs[1] - logs[0])).sum(-1).clone().requires_grad_(True)
    rw = torch.rand(2 * batch, width, generator=generator).requires_grad_(True)
    kl = rw if common else torch.rand(2 * batch, width, generator=generator).requires_grad_(True)
    halve = 2 if common else 1
    me = SimpleNamespace(beta=beta, mask_config={"mask_on_reward": True, "mask_on_kl": True},
                         l1_norm_param_u=l1[0] / halve, l1_norm_param_d=l1[1] / halve)
    space = {"torch": torch, "F": F, "self": me,
             "rw_mask_chosen": rows(rw, 0), "rw_mask_rejected": rows(rw, 1),
             "kl_mask_chosen": rows(kl, 0), "kl_mask_rejected": rows(kl, 1),
             "chosen_loss_mask": rows(real, 0), "rejected_loss_mask": rows(real, 1),
             "chosen_labels": rows(labels, 0), "rejected_labels": rows(labels, 1)}
    for which, side in ((0, "chosen"), (1, "rejected")):
        space[f"policy_{side}_logits"] = rows(logits[0], which)
        space[f"reference_{side}_logits"] = rows(logits[1], which)
    for node in sparse.body[begin:end]:
        text = ast.unparse(node)
        exec(text, space)
        for which, side in ((0, "chosen"), (1, "rejected")):
            if text.startswith(f"policy_{side}_token_logps ="):
                torch.testing.assert_close(space[f"policy_{side}_token_logps"], rows(token, which).detach())
                space[f"policy_{side}_token_logps"] = rows(token, which)
            if text.startswith(f"{side}_token_kl = (reference"):
                torch.testing.assert_close(space[f"{side}_token_kl"], -rows(divergence, which).detach())
                space[f"{side}_token_kl"] = -rows(divergence, which)
    space["losses"].mean().backward()
    flat = lambda value: value.detach()[real].tolist()
    masks = {"masks": rw} if common else {"reward_masks": rw, "divergence_masks": kl}
    leaves = {"policy_logps": token, "token_divergences": divergence, **masks}
    reference = logs[1].gather(2, labels.unsqueeze(2)).squeeze(2)
    cases.append({"source": "SparsePO get_batch_loss_metrics", "lengths": ls, "loss": space["losses"].mean().item(),
                  "objective": "sparsepo-common" if common else "sparsepo-independent",
                  "parameters": {"beta": beta, "l1": l1[0]} if common else
                                {"beta": beta, "l1_reward": l1[0], "l1_divergence": l1[1]},
                  "channels": {**{k: flat(v) for k, v in leaves.items()}, "reference_logps": flat(reference)},
                  "losses": space["losses"].tolist(), "gradients": {k: flat(v.grad) for k, v in leaves.items()}})

# TPO: its weighted sum over steps and its ranking loss; of equal sequences it counts log 2 each, which has no gradient.
weigh = taken("TPO/loss.py", "compute_weighted_logits")
rank = taken("TPO/loss.py", "lambda_rank_loss")
for n in (3, 4):
    ls = [random.randint(2, 6) for _ in range(n)]
    policy = logps(ls)
    reference = logps(ls, base=policy)
    width = max(ls)
    index, ratios, start = torch.zeros(1, n, width, dtype=torch.long), torch.zeros(1, n, width, 1), 0
    for k, count in enumerate(ls):
        index[0, k, :count] = torch.tensor([1] * (count // 2) + [2] * (count - count // 2))
        ratios[0, k, :count, 0] = (policy - reference)[start : start + count]
        start += count
    rewards = 0.2 + torch.rand(1, n, 3, generator=generator)
    share = lambda k, step: rewards[0, k, step] / rewards[0, k, 1:].sum() / (index[0, k] == step).sum()
    weights = torch.stack([share(k, step) for k in range(n) for step in index[0, k].tolist() if step])
    relevances = torch.rand(1, n, generator=generator)
    loss = rank(weigh(ratios, rewards, index).mean(dim=-1), relevances) - torch.log(torch.tensor(2.0)) / (n - 1)
    case("TPO lambda_rank_loss", "tpo-ranking", {}, ls,
         {"policy_logps": policy, "reference_logps": reference, "token_weights": weights, "relevances": relevances[0]},
         loss, ["policy_logps"], sequence_counts=[n])

# RE-PO: posterior, weighted loss and moving average of arXiv:2509.24159, one and three annotators.
LOSSES = {"re-dpo": lambda m, beta: -F.logsigmoid(beta * m), "re-ipo": lambda m, beta: (m - 1 / (2 * beta)) ** 2,
          "re-simpo": lambda m, beta: -F.logsigmoid(beta * m - 0.5)}
for objective, annotators, beta in (("re-dpo", 1, 0.3), ("re-dpo", 3, 1.0), ("re-ipo", 2, 1.5), ("re-simpo", 1, 2.0)):
    ls = lengths(8)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    row = sums(policy, ls) - sums(reference, ls) if objective != "re-simpo" else sums(policy, ls) / torch.tensor(ls)
    margin = row[0::2] - row[1::2]
    ell = LOSSES[objective]
    p = torch.sigmoid(ell(-margin, beta) - ell(margin, beta))
    who = torch.tensor([0, 1, 1, 0]) % annotators
    eta = torch.tensor([0.8, 0.65, 0.9][:annotators])
    w = (p * eta[who] / (p * eta[who] + (1 - p) * (1 - eta[who]))).detach()
    state = {f"reliability/{k}": eta[k].item() for k in range(annotators)}
    after = {f"reliability/{k}": 0.75 * eta[k].item() + 0.25 * w[who == k].mean().item()
             for k in range(annotators) if (who == k).any()}
    channels = {"policy_logps": policy}
    if objective != "re-simpo":
        channels["reference_logps"] = reference
    if annotators > 1:
        channels["annotators"] = who.double()
    case("formula of RE-PO, arXiv:2509.24159", objective,
         {"beta": beta, "annotators": annotators, "momentum": 0.25, **({"gamma": 0.5} if objective == "re-simpo" else {})},
         ls, channels, -w * torch.log(p) - (1 - w) * torch.log(1 - p), ["policy_logps"],
         state=state, next_state={**state, **after}, metrics={"label_confidence": w.mean().item()})

json.dump({"generated_by": f"authors' code and papers' formulas, torch {torch.__version__}", "cases": cases},
          open(sys.argv[2], "w"))
