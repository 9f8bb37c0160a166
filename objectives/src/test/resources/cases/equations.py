"""Writes equations.json: objectives whose authors published equations but no code, as the equations stand.

Each function below is the paper's formula on tensors, gradients are autograd's. RankDPO: arXiv:2410.18013, equations 5 to
7. DenseDPO: arXiv:2506.03517, section 3.3. BideDPO: arXiv:2511.19268, section 3.1 with Diffusion-DPO's reward. Poly-DPO:
ViPO's project page. Run: python equations.py equations.json
"""
import json
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(83)
cases = []


def add(source, objective, parameters, counts, function, **constants):
    size = sum(counts)
    errors, reference = torch.rand(size).requires_grad_(True), torch.rand(size)
    loss = function((errors - reference).split(counts), {k: v.split(counts) for k, v in constants.items()})
    loss.backward()
    case = {"source": source, "objective": objective, "parameters": parameters, "lengths": [1] * size,
            "channels": {"denoising_errors": errors.tolist(), "reference_denoising_errors": reference.tolist(),
                         **{k: v.tolist() for k, v in constants.items()}},
            "loss": loss.item(), "gradients": {"denoising_errors": errors.grad.tolist()}}
    if objective != "poly-dpo":
        case["sequence_counts"] = counts
    cases.append(case)


def rank_dpo(beta):
    def loss(scores, constants):
        total = 0
        for s, phi in zip(scores, constants["relevances"]):
            tau = 1 + torch.argsort(torch.argsort(-phi))
            gain, discount = 2**phi - 1, torch.log(1 + tau)
            for i in range(len(s)):
                for j in range(len(s)):
                    if phi[i] > phi[j]:
                        weight = (gain[i] - gain[j]).abs() * (1 / discount[i] - 1 / discount[j]).abs()
                        total = total - weight * F.logsigmoid(-beta * (s[i] - s[j]))
        return total / len(scores)

    return loss


def dense_dpo(beta):
    return lambda scores, constants: torch.stack(
        [-F.logsigmoid(-beta * (label * s).sum()) for s, label in zip(scores, constants["segment_labels"])]).mean()


def bide_dpo(beta):
    def loss(scores, constants):
        s = torch.stack(scores)
        text = -F.logsigmoid(-0.5 * beta * (s[:, 0] - s[:, 1])).mean()
        condition = -F.logsigmoid(-0.5 * beta * (s[:, 2] - s[:, 3])).mean()
        weight = (text / (text + condition)).detach()
        return weight * text + (1 - weight) * condition

    return loss


def poly_dpo(beta, alpha):
    def loss(scores, constants):
        s = torch.stack(scores)
        win = torch.sigmoid(-0.5 * beta * (s[:, 0] - s[:, 1]))
        return (-torch.log(win) + alpha * (1 - win)).mean()

    return loss


def segments(counts):
    """Of each video pair the segments of the first video, then those of the second with the opposite label."""
    labels = [torch.randint(-1, 2, (count // 2,)).double() for count in counts]
    return torch.cat([torch.cat([label, -label]) for label in labels])


for beta, counts in ((5.0, [4, 3]), (0.7, [2, 5, 4])):
    add("arXiv:2410.18013, equations 5 to 7", "rank-dpo", {"beta": beta}, counts, rank_dpo(beta), relevances=torch.rand(sum(counts)))
for beta, counts in ((5.0, [10, 6]), (0.4, [4, 2, 8])):
    add("arXiv:2506.03517, section 3.3", "dense-dpo", {"beta": beta}, counts, dense_dpo(beta), segment_labels=segments(counts))
for beta, pairs in ((6.0, 3), (0.8, 2)):
    add("arXiv:2511.19268, section 3.1", "bide-dpo", {"beta": beta}, [4] * pairs, bide_dpo(beta))
for beta, alpha in ((6.0, 2.0), (1.5, -0.5)):
    add("ViPO's project page", "poly-dpo", {"beta": beta, "alpha": alpha}, [2] * 4, poly_dpo(beta, alpha))

lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
with open(sys.argv[1], "w") as file:
    file.write(f'{{"generated_by": "the papers\' equations, torch {torch.__version__}", "cases": [\n{lines}\n]}}\n')
