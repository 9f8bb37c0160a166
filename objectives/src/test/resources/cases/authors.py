"""Writes authors.json: random cases through the code of the papers' authors and of peers.

Functions are taken by name out of the repositories below, which must lie under the directory given
first; nothing of them is kept here. Run: python authors.py CLONES authors.json

shenao-zhang/SELM 0ba546a, jhejna/cpl b333667, smiles724/MNPO b8317e9, YSLIU627/Regularized-Preference-Optimization
d0389c4, general-preference/general-preference-model a376d95, mapo-t2i/mapo 374b3d3, janphilippfranken/sami 1208371,
AlibabaResearch/DAMO-ConvAI 483554e (PRO/train/utils as PRO), imoneoi/openchat 47a3596, OpenRLHF/OpenRLHF 3c3be623, allegro/allRank
c884756, Kwai-YuanQi/MM-RLHF 7c8af1d, princeton-nlp/SimPO 1b3e8f3, Artanic30/DA-DPO dfac1b3, uclaml/SPPO 5e61c4e,
reds-lab/preference-learning-with-rationales 16111a1, FuCongResearchSquad/GNOLR edb9820, SalesforceAIResearch/DiffusionDPO
5233e75, JaydenLyh/InPO a9cfc4d, JaydenLyh/SmPO 8922d54.
"""
import ast
import json
import math
import random
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace
from typing import *

import torch
import torch.nn as nn
import torch.nn.functional as F

CLONES = Path(sys.argv[1])
random.seed(31)
generator = torch.Generator().manual_seed(31)
F64 = torch.float64
torch.set_default_dtype(F64)


def taken(path, name, **extra):
    """The function or class called name, compiled alone; single precision is read as double."""
    text = (CLONES / path).read_text()
    node = next(n for n in ast.walk(ast.parse(text)) if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and n.name == name)
    node_text = textwrap.dedent("\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno])).replace("torch.float32", "torch.float64")
    space = {**globals(), **extra}
    exec(node_text.replace(".float()", ".double()"), space)
    return space[name]


def logps(lengths, base=None, low=0.1):
    count = sum(lengths)
    if base is None:
        return (-torch.rand(count, generator=generator) * 3 - low).requires_grad_(True)
    return (base.detach() + 0.5 * torch.randn(count, generator=generator)).clamp(max=-0.01)


def sums(values, lengths):
    return torch.stack([part.sum() for part in values.split(lengths)])


def lengths(count):
    return [random.randint(1, 6) for _ in range(count)]


def case(source, objective, parameters, ls, channels, loss, leaf, **more):
    value = loss.mean() if loss.dim() else loss
    value.backward()
    result = {"source": source, "objective": objective, "parameters": parameters, "lengths": ls,
              "channels": {k: v.detach().tolist() for k, v in channels.items()}, "loss": value.item(),
              "gradients": {leaf: channels[leaf].grad.tolist()}, **more}
    if loss.dim():
        result["losses"] = loss.tolist()
    return result


def pairs(source, objective, parameters, function, references=("reference_logps",)):
    ls = lengths(8)
    policy = logps(ls)
    refs = {name: logps(ls, base=policy) for name in references}
    p = sums(policy, ls)
    r = [sums(ref, ls) for ref in refs.values()]
    loss = function(p[0::2], p[1::2], *[x for ref in r for x in (ref[0::2], ref[1::2])])
    return case(source, objective, parameters, ls, {"policy_logps": policy, **refs}, loss, "policy_logps")


here = SimpleNamespace(device=torch.device("cpu"))
cases = []

selm = taken("SELM/scripts/selm_trainer.py", "optimistic_dpo_loss")
for beta, alpha in ((0.1, 0.001), (0.6, 0.2)):
    ls = lengths(12)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    p, r = sums(policy, ls), sums(reference, ls)
    loss = selm(SimpleNamespace(beta=beta, alpha=alpha, loss_type="sigmoid", accelerator=here, reference_free=False),
                p[0::3], p[1::3], p[2::3], r[0::3], r[1::3], r[2::3])[0]
    cases.append(case("SELM optimistic_dpo_loss", "selm", {"beta": beta, "alpha": alpha}, ls,
                      {"policy_logps": policy, "reference_logps": reference}, loss, "policy_logps", sequence_counts=[3] * 4))

bce = taken("cpl/research/algs/cpl.py", "biased_bce_with_logits")
for alpha, bias in ((0.1, 0.5), (1.0, 1.0), (0.7, 0.25)):
    # Label 1 means that the second segment is preferred.
    cases.append(pairs("cpl biased_bce_with_logits", "cpl", {"alpha": alpha, "bias": bias},
                       lambda w, l: bce(alpha * l, alpha * w, torch.ones_like(w), bias)[0], references=()))

mnpo = taken("MNPO/mnpo_scripts/mnpo_trainer.py", "mnpo_loss")
for n, ratio, eta in ((1, 0.3, 0.05), (2, 0.6667, 0.0075), (3, 0.5, 0.2)):
    names = ["reference_logps"] + [f"reference_logps/opponent-{j}" for j in range(n)]

    def history(pw, pl, rw, rl, *opponents):
        me = SimpleNamespace(accelerator=here, max_history_t=n, weights=[1.0] * n, ratio=ratio, eta=eta, beta=1.0)
        return mnpo(me, pw, pl, rw, rl, list(zip(opponents[0::2], opponents[1::2])))[0]

    cases.append(pairs("MNPO mnpo_loss", "mnpo", {"ratio": ratio, "eta": eta, "opponents": n}, history, names))

rpo = taken("Regularized-Preference-Optimization/alignment-handbook/scripts/rpo_trainer.py", "dpo_loss")
for beta, eta in ((0.1, 0.005), (0.5, 0.3)):
    me = SimpleNamespace(accelerator=here, beta=beta, eta=eta, reference_free=False, f_divergence_type="reverse_kl",
                         f_divergence_params={}, loss_type="sigmoid", label_smoothing=0.0)
    space = SimpleNamespace(ALPHA_DIVERGENCE="alpha_divergence", JS_DIVERGENCE="js_divergence")
    rpo.__globals__["FDivergenceType"] = SimpleNamespace(ALPHA_DIVERGENCE=SimpleNamespace(value="alpha_divergence"), JS_DIVERGENCE=SimpleNamespace(value="js_divergence"))
    cases.append(pairs("Regularized-Preference-Optimization dpo_loss", "rpo", {"beta": beta, "eta": eta},
                       lambda pw, pl, rw, rl: rpo(me, pw, pl, rw, rl)[0]))

mm = taken("MM-RLHF/trl/trainer/dpo_trainer.py", "dpo_loss")
for beta, weight in ((0.1, 0.5), (0.4, 1.5)):
    ls = lengths(8)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    factors = torch.randn(4, generator=generator)
    p, r = sums(policy, ls), sums(reference, ls)
    me = SimpleNamespace(accelerator=here, beta=beta, reference_free=False, loss_type="sigmoid", label_smoothing=1.0,
                         args=SimpleNamespace(ls_factor_weight=weight))
    import inspect
    named = {k: v for k, v in {"ls_factor": factors, "vision": False, "implicit_beta": False}.items() if k in inspect.signature(mm).parameters}
    loss = mm(me, p[0::2], p[1::2], r[0::2], r[1::2], **named)[0]
    cases.append(case("MM-RLHF dpo_loss, label_smoothing 1", "mm-dpo", {"beta": beta, "factor_weight": weight}, ls,
                      {"policy_logps": policy, "reference_logps": reference, "beta_factors": factors}, loss, "policy_logps"))

simpo = taken("SimPO/scripts/simpo_trainer.py", "simpo_loss")
for beta, ratio in ((2.0, 0.5), (10.0, 0.3)):
    ls = lengths(8)
    policy = logps(ls)
    p = sums(policy, ls) / torch.tensor(ls)
    me = SimpleNamespace(accelerator=here, beta=beta, gamma_beta_ratio=ratio, loss_type="sigmoid", label_smoothing=0.0)
    cases.append(case("SimPO simpo_loss", "simpo-ratio", {"beta": beta, "gamma_beta_ratio": ratio}, ls,
                      {"policy_logps": policy}, simpo(me, p[0::2], p[1::2])[0], "policy_logps"))

gpm = taken("general-preference-model/general_preference/models/loss.py", "GeneralPreferenceLoss")
for tau in (0.1, 1.0):
    embeddings = torch.randn(2, 5, 2, generator=generator)
    scores = (embeddings[0, :, 0] * embeddings[1, :, 1] - embeddings[0, :, 1] * embeddings[1, :, 0]).requires_grad_(True)
    # (s, 0) and (0, 1) have the product s.
    one, zero = torch.ones(5), torch.zeros(5)
    loss = gpm(tau)(torch.stack([scores, zero], 1), torch.stack([zero, one], 1))[0]
    cases.append(case("general-preference-model GeneralPreferenceLoss", "general-preference", {"temperature": tau}, [1] * 10,
                      {"pair_scores": scores}, loss, "pair_scores"))

mapo = taken("mapo/utils.py", "compute_loss")
for beta, snr in ((0.1, 1.0), (0.5, 0.6)):
    prediction = torch.rand(8, 2, 2, 2, generator=generator)
    target = prediction + 0.3 * torch.randn(8, 2, 2, 2, generator=generator)
    errors = ((prediction - target) ** 2).mean(dim=[1, 2, 3]).detach().requires_grad_(True)
    # A prediction whose squared error is the leaf; the code wants winners first, then losers.
    ordered = torch.cat([errors[0::2], errors[1::2]]).view(8, 1)
    loss = mapo(SimpleNamespace(snr_value=snr, beta_mapo=beta),
                SimpleNamespace(config=SimpleNamespace(num_train_timesteps=1000)), ordered.sqrt(), torch.zeros(8, 1))[0]
    cases.append(case("mapo compute_loss", "mapo", {"beta": beta, "snr_value": snr, "time_steps": 1000}, [1] * 8,
                      {"denoising_errors": errors}, loss, "denoising_errors"))

sami = taken("sami/src/sami/trainers/sami_trainer.py", "sami_loss")
for n in (2, 3):
    ls = lengths(n * n)
    policy = logps(ls)
    means = (sums(policy, ls) / torch.tensor(ls)).view(n, n)
    cases.append(case("sami sami_loss", "sami", {}, ls, {"policy_logps": policy}, sami(means), "policy_logps", sequence_counts=[n * n]))

pro = taken("PRO/process_manager.py", "compute_loss", args=SimpleNamespace(sft_weight=0.05))
for n in (2, 4):
    ls = lengths(n)
    policy = logps(ls)
    rewards = torch.randn(1, n, generator=generator).sort(descending=True).values
    width = max(ls) + 2
    mask = torch.zeros(1, n, width, dtype=torch.long)
    values = []
    for k, part in enumerate(policy.split(ls)):
        mask[0, k, : ls[k]] = 1
        padded = torch.cat([part, torch.full((width - ls[k],), -1.0)])
        values.append(torch.stack([padded, torch.log1p(-torch.exp(padded))], -1).unsqueeze(0))
    outputs = iter([SimpleNamespace(logits=v, hidden_states=[torch.zeros(1)]) for v in values])
    batch = {"labels": torch.zeros(1, n, width, dtype=torch.long), "input_ids": mask, "attention_mask": mask,
             "prefix_mask": torch.zeros(1, n, width, dtype=torch.bool), "rewards": rewards, "sft_index": torch.zeros(1, dtype=torch.long)}
    me = SimpleNamespace(accelerator=SimpleNamespace(backward=lambda loss: setattr(me, "loss", loss)))
    pro(me, lambda **k: next(outputs), batch, [[] for _ in range(n)])
    cases.append(case("DAMO-ConvAI PRO compute_loss", "pro", {"sft_weight": 0.05}, ls,
                      {"policy_logps": policy, "rewards": rewards[0]}, me.loss, "policy_logps", sequence_counts=[n]))

source = (CLONES / "openchat/ochat/models/unpadded_mistral.py").read_text()
crlft = taken("openchat/ochat/models/unpadded_mistral.py", "weighted_cross_entropy")
ls = lengths(5)
policy = logps(ls)
weights = torch.tensor([w for n, w in zip(ls, (1.0, 0.1, 1.0, 0.1, 0.5)) for _ in range(n)])
two_words = torch.stack([policy, torch.log1p(-torch.exp(policy))], -1)
cases.append(case("openchat weighted_cross_entropy over the sum of weights", "c-rlft", {}, ls,
                  {"policy_logps": policy, "token_weights": weights},
                  crlft(two_words, torch.zeros(sum(ls), dtype=torch.long), weights) / weights.sum(), "policy_logps"))

for name, objective, scheme in (("lambdaLoss", "lipo-lambda", "lambdaRank_scheme"), ("lambdaLoss", "list-pairwise", "rankNet_scheme"),
                                ("listMLE", "dpo-plackett-luce", None), ("listNet", "list-softmax", None)):
    constants = {"DEFAULT_EPS": 0.0, "PADDED_Y_VALUE": -1}
    schemes = {s: taken("allRank/allrank/models/losses/lambdaLoss.py", s) for s in ("lambdaRank_scheme", "rankNet_scheme")}
    function = taken(f"allRank/allrank/models/losses/{name}.py", name, **constants, **schemes)
    for beta, n in ((0.1, 4), (0.8, 5)):
        ls = lengths(n)
        policy = logps(ls)
        reference = logps(ls, base=policy)
        relevances = (torch.rand(1, n, generator=generator) * 3)
        if name == "listMLE":
            relevances = relevances.sort(descending=True).values
        scores = beta * (sums(policy, ls) - sums(reference, ls)).unsqueeze(0)
        if name == "lambdaLoss":
            loss = function(scores, relevances, eps=0.0, weighing_scheme=scheme, reduction="sum", reduction_log="natural")
            if scheme == "lambdaRank_scheme":
                ideal = ((2 ** relevances.sort(descending=True).values - 1) / torch.log2(1.0 + torch.arange(1, n + 1))).sum()
                loss = loss * ideal  # allRank divides gains by the ideal DCG, LiPO does not
        else:
            loss = function(scores, relevances, eps=0.0)
        channels = {"policy_logps": policy, "reference_logps": reference}
        if name != "listMLE":
            channels["relevances"] = relevances[0]
        # allRank computes log2 of ranks in single precision.
        cases.append(case(f"allRank {name} {scheme or ''}", objective, {"beta": beta}, ls, channels, loss, "policy_logps",
                          sequence_counts=[n], precision="partly float32" if scheme == "lambdaRank_scheme" else "float64"))

aggregate = taken("OpenRLHF/openrlhf/models/loss.py", "aggregate_loss", masked_mean=taken("OpenRLHF/openrlhf/models/utils.py", "masked_mean"))
shared = {"aggregate_loss": aggregate, "masked_mean": aggregate.__globals__["masked_mean"]}
PolicyLoss = taken("OpenRLHF/openrlhf/models/loss.py", "PolicyLoss", **shared)
ValueLoss = taken("OpenRLHF/openrlhf/models/loss.py", "ValueLoss", **shared)
for dual in (None, 1.5, 3.0):
    ls = lengths(6)
    policy = logps(ls)
    old = (policy.detach() + 0.6 * torch.randn(sum(ls), generator=generator)).clamp(max=-0.01)
    advantages = torch.randn(6, generator=generator)
    per_token = advantages.repeat_interleave(torch.tensor(ls))
    module = PolicyLoss(clip_eps_low=0.2, clip_eps_high=0.3, dual_clip=dual)
    loss = module.forward(policy.unsqueeze(0), old.unsqueeze(0), per_token.unsqueeze(0), torch.ones(1, sum(ls)))[0]
    parameters = {"epsilon_low": 0.2, "epsilon_high": 0.3, **({"dual_clip": dual} if dual else {})}
    cases.append(case("OpenRLHF PolicyLoss", "ppo-dual-clip" if dual else "ppo", parameters, ls,
                      {"policy_logps": policy, "behaviour_logps": old, "advantages": advantages}, loss, "policy_logps",
                      sequence_counts=[2, 1, 3]))
ls = lengths(4)
values = torch.randn(sum(ls), generator=generator).requires_grad_(True)
old_values = values.detach() + 0.4 * torch.randn(sum(ls), generator=generator)
returns = torch.randn(sum(ls), generator=generator)
loss = ValueLoss(clip_eps=0.2).forward(values.unsqueeze(0), old_values.unsqueeze(0), returns.unsqueeze(0), torch.ones(1, sum(ls)))
cases.append(case("OpenRLHF ValueLoss", "ppo-value", {"clip": 0.2}, ls,
                  {"values": values, "old_values": old_values, "returns": returns}, loss, "values"))

dadpo = taken("DA-DPO/llava/train/da_dpo.py", "dpo_loss")
for beta, alpha in ((0.1, 1.0), (0.5, 0.4)):
    ls = lengths(8)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    clip = torch.rand(2, 4, generator=generator)
    p, r = sums(policy, ls), sums(reference, ls)
    import inspect
    named = {"chosen_clip_score": clip[0].tolist(), "rejected_clip_score": clip[1].tolist(), "reference_free": False}
    named = {k: v for k, v in named.items() if k in inspect.signature(dadpo).parameters}
    loss = dadpo(SimpleNamespace(beta=beta, db_alpha=alpha), p[0::2], p[1::2], r[0::2], r[1::2], **named)[0]
    cases.append(case("DA-DPO dpo_loss", "da-dpo", {"beta": beta, "db_alpha": alpha}, ls,
                      {"policy_logps": policy, "reference_logps": reference, "score_gaps": (clip[0] - clip[1]).abs()}, loss, "policy_logps"))

sppo = taken("SPPO/sppo/trainer.py", "sppo_loss")
for beta in (0.5, 1.0):
    ls = lengths(6)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    win = torch.rand(3, generator=generator)
    p, r = sums(policy, ls), sums(reference, ls)
    me = SimpleNamespace(accelerator=here, beta=beta, loss_type="sppo_single", label_smoothing=0.0, reference_free=False)
    names = list(inspect.signature(sppo).parameters)
    values = dict(zip(["policy_chosen_logps", "policy_rejected_logps", "reference_chosen_logps", "reference_rejected_logps"],
                      (p[0::2], p[1::2], r[0::2], r[1::2])))
    values.update({k: v for k, v in {"chosen_probs": win, "chosen_probs_win": win, "chosen_probs_lose": 1 - win, "reference_free": False}.items() if k in names})
    # The authors halve the sum of the two squares.
    cases.append(case("SPPO sppo_loss, doubled", "sppo-soft", {"beta": beta}, ls,
                      {"policy_logps": policy, "reference_logps": reference, "preference_probabilities": win},
                      2 * sppo(me, **values)[0], "policy_logps"))

module = ast.parse((CLONES / "preference-learning-with-rationales/trainers.py").read_text())
rdpo_class = next(n for n in module.body if isinstance(n, ast.ClassDef) and n.name == "RDPOTrainer")
space = dict(globals())
exec(ast.unparse(next(n for n in rdpo_class.body if isinstance(n, ast.FunctionDef) and n.name == "loss")), space)
for beta, gamma in ((0.1, 1.0), (0.4, 0.3)):
    ls = lengths(9)
    policy = logps(ls)
    reference = logps(ls, base=policy)
    p, r = sums(policy, ls), sums(reference, ls)
    me = SimpleNamespace(config=SimpleNamespace(loss=SimpleNamespace(beta=beta, gamma=gamma)))
    loss = space["loss"](me, p[0::3], p[1::3], p[2::3], r[0::3], r[1::3], r[2::3])[0]
    cases.append(case("preference-learning-with-rationales RDPOTrainer.loss", "rationale-dpo", {"beta": beta, "gamma": gamma}, ls,
                      {"policy_logps": policy, "reference_logps": reference}, loss, "policy_logps", sequence_counts=[3] * 3))

gnolr = taken("GNOLR/util/loss.py", "ordinal_multi_tasks_gnolr")
for m, s in (((0.1, 0.01), (1.0, 1.0)), ((0.5, 0.02), (1.5, 0.5))):
    scores = [torch.randn(6, generator=generator).mul(0.5).requires_grad_(True) for _ in range(2)]
    labels = [torch.tensor([0.0, 1.0, 1.0, 0.0, 1.0, 1.0]), torch.tensor([0.0, 0.0, 1.0, 0.0, 1.0, 0.0])]
    loss = gnolr(torch.stack(scores, 1), torch.stack(labels, 1), list(m), list(s))
    built = case("GNOLR ordinal_multi_tasks_gnolr", "gnolr", {"m_0": m[0], "m_1": m[1], "s_0": s[0], "s_1": s[1]}, [1] * 6,
                 {"stage_scores/0": scores[0], "stage_scores/1": scores[1], "stage_labels/0": labels[0], "stage_labels/1": labels[1]},
                 loss, "stage_scores/0")
    built["gradients"]["stage_scores/1"] = scores[1].grad.tolist()
    cases.append(built)

OpenDpo = taken("OpenRLHF/openrlhf/models/loss.py", "DPOLoss")
for objective, arguments, parameters in (("cdpo", {"beta": 0.3, "label_smoothing": 0.15}, {"beta": 0.3, "label_smoothing": 0.15}),
                                         ("ipo-summed", {"beta": 0.4, "ipo": True}, {"beta": 0.4})):
    cases.append(pairs("OpenRLHF DPOLoss", objective, parameters, lambda *v: OpenDpo(**arguments).forward(*v)[0]))


def inline(path, names, space):
    """Runs the assignments to the given names inside a training loop, in their order."""
    tree = ast.parse((CLONES / path).read_text())
    targets = lambda node: [ast.unparse(t).strip("()") for t in node.targets]
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and targets(n)[0] in names]
    for name in names:
        last = [n for n in found if targets(n)[0] == name][-1]
        exec(ast.unparse(last), space)
    return space


LOOP = ["model_losses_w, model_losses_l", "model_diff", "ref_losses_w, ref_losses_l", "ref_diff", "scale_term", "inside_term"]
for path, objective, beta, probability in (("DiffusionDPO/train.py", "diffusion-dpo", 5.0, None), ("InPO/train.py", "diffusion-dpo", 2.0, None),
                                           ("SmPO/train.py", "smpo", 0.5, 0.8), ("SmPO/train.py", "smpo", 1.0, 0.35)):
    n = 1 if probability else 4
    errors = torch.rand(2 * n, generator=generator).requires_grad_(True)
    reference = torch.rand(2 * n, generator=generator)
    split = lambda v: torch.cat([v[0::2], v[1::2]])
    space = inline(path, LOOP, {"torch": torch, "F": F, "args": SimpleNamespace(beta_dpo=beta), "batch": {"probs": [probability]},
                                "model_losses": split(errors), "ref_losses": split(reference)})
    channels = {"denoising_errors": errors, "reference_denoising_errors": reference}
    if probability:
        channels["preference_probabilities"] = torch.tensor([probability])
    cases.append(case(f"{path} inside_term", objective, {"beta": beta}, [1] * (2 * n), channels,
                      -F.logsigmoid(space["inside_term"]), "denoising_errors"))

json.dump({"generated_by": f"authors' and peers' code, torch {torch.__version__}", "cases": cases}, open(sys.argv[2], "w"))
