"""Writes scores.json: objectives of recommenders, classifiers and encoders through the code of the papers' authors.

Functions are taken by name out of the repositories below, which must lie under the directory given first; nothing of them
is kept here. Run: python scores.py CLONES scores.json

usaito/unbiased-implicit-rec 414b98b, usaito/unbiased-implicit-rec-real ff1435e, Wenhui-Yu/NBPO d2187a1,
minnesotanlp/p2c c87ac27, ninatu/learning_by_sorting 47c074e, Felix-Petersen/diffsort 5c417ea, sahsaeedi/DCPO-T2I 62335bb.
"""
import ast
import contextlib
import json
import re
import sys
import textwrap
import types
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

CLONES = Path(sys.argv[1])
torch.manual_seed(47)
F64 = torch.float64
torch.set_default_dtype(F64)
cases = []


def part(path, name, kind=ast.FunctionDef):
    """Source of the function or class called name, single precision read as double."""
    text = (CLONES / path).read_text()
    node = next(n for n in ast.walk(ast.parse(text)) if isinstance(n, kind) and n.name == name)
    source = textwrap.dedent("\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno]))
    return source.replace(".float()", ".double()").replace(".cuda()", "").replace(".to(device)", "")


def add(source, objective, parameters, channels, loss=None, gradients=None, leaves=(), lengths=None, **more):
    if gradients is None:
        loss.backward()
        gradients = {leaf: channels[leaf].grad for leaf in leaves}
    case = {"source": source, "objective": objective, "parameters": parameters,
            "lengths": lengths or [1] * len(next(iter(channels.values()))),
            "channels": {k: v.detach().tolist() for k, v in channels.items()},
            "gradients": {k: v.tolist() for k, v in gradients.items()}, **more}
    if loss is not None:
        case["loss"] = loss.item()
    cases.append(case)


# TensorFlow 1 is not to be had any more; of it the losses need these.
tf = SimpleNamespace(
    name_scope=lambda name: contextlib.nullcontext(), log=torch.log, sigmoid=torch.sigmoid, square=torch.square, reduce_mean=torch.mean,
    reduce_sum=torch.sum, clip_by_value=lambda x, clip_value_min, clip_value_max: x.clamp(clip_value_min, clip_value_max),
    nn=SimpleNamespace(l2_loss=lambda x: 0.0))


def mnar(objective, path, owner, field, clip, weight):
    owner_class = ast.parse(part(path, owner, ast.ClassDef)).body[0]
    create = next(n for n in owner_class.body if isinstance(n, ast.FunctionDef) and n.name == "create_losses")
    space = {"tf": tf}
    exec(ast.unparse(create), space)
    n = 7
    scores = torch.randn(n).mul(1.5).requires_grad_(True)
    labels = (torch.rand(n) > 0.5).double()
    propensities = torch.rand(n) * 0.9 + 0.05
    me = SimpleNamespace(preds=torch.sigmoid(scores)[:, None], labels=labels[:, None], scores=propensities[:, None], clip=clip, weight=weight,
                         lam=0.0, user_embeddings=0, item_embeddings=0, item_b=0, user_b=0)
    space["create_losses"](me)
    parameters = {"clip": clip, "weight": weight} if objective == "mnar-squared" else {"clip": clip}
    add(path, objective, parameters, {"scores": scores, "labels": labels, "propensities": propensities}, getattr(me, field), leaves=["scores"])


mnar("mnar", "unbiased-implicit-rec/src/utils/models.py", "ImplicitRecommender", "weighted_ce", 0.0, 1.0)
for clip, weight in ((0.0, 1.0), (0.1, 1.0), (0.5, 0.3)):
    mnar("mnar-squared", "unbiased-implicit-rec-real/src/models/recommenders.py", "PointwiseRecommender", "weighted_mse", clip, weight)

for path, objective in (("NBPO/_BPO.py", "bpo"), ("NBPO/_NBPO.py", "nbpo"), ("NBPO/_NBPOo.py", "nbpo-likelihood"), ("NBPO/_NBPOs.py", "nbpo-probability")):
    text = (CLONES / path).read_text()
    steps = textwrap.dedent(re.search(r"\n( +for re in range\(bs\[ii\].*?)\n\s*# update the matrices", text, re.S).group(1))
    users = 6  # each with vectors of length one, a clicked item 2u and another item 2u + 1
    scores, flips = np.random.RandomState(3).randn(2, 2 * users) * 1.3
    ones = lambda: np.ones((users, 1))
    drawn = iter(range(users))
    space = {"np": np, "bs": [0, users], "ii": 0, "train_data": [(u, 2 * u) for u in range(users)], "train_data_aux": [[2 * u] for u in range(users)],
             "N": 2 * users, "sample_rate": 1, "random": SimpleNamespace(uniform=lambda low, high: 2 * next(drawn) + 1),
             "d": lambda x: 1 / (1 + np.exp(-x)), "U": ones(), "V": scores[:, None], "P": ones(), "Q": flips[:, None],
             "dU": np.zeros((users, 1)), "dV": np.zeros((2 * users, 1)), "dP": np.zeros((users, 1)), "dQ": np.zeros((2 * users, 1))}
    exec(steps, space)
    # The code ascends the sum over the items; the objective is a mean to be lowered.
    gradients = {"scores": torch.tensor(-space["dV"][:, 0] / (2 * users))}
    channels = {"scores": torch.tensor(scores), "labels": torch.tensor([1.0, 0.0] * users)}
    if objective != "bpo":
        channels["flip_scores"] = torch.tensor(flips)
        gradients["flip_scores"] = torch.tensor(-space["dQ"][:, 0] / (2 * users))
    add(path, objective, {}, channels, gradients=gradients)

train = ast.parse(part("p2c/src/train.py", "train_preference").replace("1e-8", "0.0")).body[0]
loop = next(n for n in ast.walk(train) if isinstance(n, ast.For) and "batch_idx" in ast.unparse(n.target))
body = loop.body[: next(i for i, n in enumerate(loop.body) if ast.unparse(n) == "loss.backward()")]
for cons, pref, div, heads in ((1.0, 1.0, 1.0, 3), (0.3, 2.0, 0.1, 2)):
    pairs = 5
    label = (-torch.rand(2 * pairs) * 2 - 0.05).requires_grad_(True)
    scores = [torch.randn(2 * pairs).mul(0.8).requires_grad_(True) for _ in range(heads)]
    preference = torch.tensor([1, 0, 2, 1, 2])
    logits = torch.stack([label, torch.log1p(-torch.exp(label))], 1)  # two classes, the label's first

    def model(side, y, pref):
        return logits[side::2], torch.stack([s[side::2, None] for s in scores])

    space = {"torch": torch, "cut_input": lambda t: t, "model": model, "criterion": nn.CrossEntropyLoss(reduction="none"), "device": "cpu",
             "args": SimpleNamespace(consistency=True, lambda_cons=cons, lambda_pref=pref, lambda_div=div)}
    exec(part("p2c/src/train.py", "diversity_loss").replace("1e-8", "0.0"), space)
    side = lambda number: type("Tokens", (int,), {"size": lambda self, axis: pairs, "to": lambda self, where: self})(number)
    space.update(tokens1=side(0), tokens2=side(1), labels=torch.zeros(pairs, dtype=torch.long), pref=preference)
    exec("\n".join(ast.unparse(n) for n in body), space)
    channels = {"policy_logps": label, **{f"head_scores/{h}": s for h, s in enumerate(scores)},
                "preference_probabilities": torch.tensor([1.0, 0.0, 0.5, 1.0, 0.5])}
    add("p2c train_preference", "p2c", {"lambda_cons": cons, "lambda_pref": pref, "lambda_div": div, "heads": heads}, channels,
        space["loss"], leaves=[k for k in channels if k != "preference_probabilities"])

sys.path.insert(0, str(CLONES / "diffsort"))
import diffsort  # noqa: E402

losses_utils = types.ModuleType("learning_by_sorting.losses.utils")
losses_utils.GatherLayer, losses_utils.CosineSimilarityAlltoAll = None, lambda: None
for relaxation, objective in (("cauchy", "groco"), ("logistic", "groco-logistic")):
    for negatives, kept, positives, steepness in ((4, 3, 1, 1.0), (5, 10, 3, 4.0), (6, 4, 2, 10.0)):
        kept_now = min(kept, negatives)
        source = part("learning_by_sorting/learning_by_sorting/losses/groco.py", "GroCo", ast.ClassDef).replace("'cauchy'", repr(relaxation))
        space = {"nn": nn, "torch": torch, "F": F, "diffsort": diffsort, "dist": None, "random": SimpleNamespace(random=lambda: 1.0), **vars(losses_utils)}
        exec(source, space)
        loss_class = space["GroCo"](steepness=steepness, n_augs=positives + 1, topk_neg=kept_now)
        anchors = negatives + 1  # every other anchor is a negative
        scores = torch.randn(anchors, negatives + positives).mul(0.7).requires_grad_(True)
        square = torch.full((anchors, anchors), -9.0)
        rows = []
        for i in range(anchors):
            row = list(scores[i, :negatives])
            rows.append(torch.stack(row[:i] + [square[i, i]] + row[i:]))
        given = iter(scores[:, negatives + p] for p in range(positives))
        loss_class._modules.pop("pairwise_similarity")
        loss_class.pairwise_similarity = lambda a, b: next(given)
        loss_class.alltoall_similarity = lambda a, b: torch.stack(rows)
        output = {"anchor": torch.zeros(anchors, 1), **{f"p{p}": torch.zeros(anchors, 1) for p in range(positives)}}
        loss, _ = loss_class.compute_loss(output, "anchor", [f"p{p}" for p in range(positives)])
        loss.backward()
        count = negatives + positives
        # The sorting network's matrices are of single precision, and hold 0, 1 and a half.
        add(f"learning_by_sorting GroCo.compute_loss, {relaxation}", objective, {"steepness": steepness, "topk_neg": kept},
            {"scores": scores.reshape(-1), "labels": torch.tensor([0.0] * negatives + [1.0] * positives).repeat(anchors)}, loss,
            gradients={"scores": scores.grad.reshape(-1)}, lengths=[1] * (anchors * count), sequence_counts=[count] * anchors)

tree = ast.parse((CLONES / "DCPO-T2I/src/dcpo_trainer.py").read_text())
assigned = lambda name: [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]).strip("()") == name][-1]
for beta in (5.0, 1.5):
    errors, reference = torch.rand(8).requires_grad_(True), torch.rand(8)
    split = lambda v: torch.cat([v[0::2], v[1::2]])
    space = {"F": F, "args": SimpleNamespace(beta_dpo=beta), "model_losses": split(errors), "ref_losses": split(reference)}
    for name in ("model_losses_w, model_losses_l", "model_diff", "ref_losses_w, ref_losses_l", "ref_diff", "scale_term", "inside_term", "loss"):
        exec(ast.unparse(assigned(name)), space)
    add("DCPO-T2I src/dcpo_trainer.py", "diffusion-dpo", {"beta": beta}, {"denoising_errors": errors, "reference_denoising_errors": reference},
        space["loss"], leaves=["denoising_errors"])

lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
with open(sys.argv[2], "w") as file:
    file.write(f'{{"generated_by": "authors\' code, torch {torch.__version__}", "cases": [\n{lines}\n]}}\n')
