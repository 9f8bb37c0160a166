"""A served objective as a PyTorch loss, and the two-parameter model trained with it."""

import sys

import numpy as np
import torch
import torch.nn.functional as F

from objectives_client import Objectives, array, objective
from two_parameters import BETA, OPTIMUM, PAIRS, REFERENCE, STEPS


class ServedLoss(torch.autograd.Function):
    """The loss of `policy_logps`, whose gradient came with it: any trainer can call backward()."""

    @staticmethod
    def forward(ctx, policy_logps, objectives, composition, lengths, constants):
        channels = {"policy_logps": policy_logps.detach().cpu().numpy(), **constants}
        answer = objectives.evaluate(composition, lengths, channels)
        objectives.state = answer.state
        gradient = torch.from_numpy(array(answer.gradients["policy_logps"]).copy())
        ctx.save_for_backward(gradient.to(policy_logps))
        return policy_logps.new_tensor(answer.loss)

    @staticmethod
    def backward(ctx, upstream):
        (gradient,) = ctx.saved_tensors
        return upstream * gradient, None, None, None, None


def log_probabilities(theta):
    rows = []
    for prompt, prefers_a in PAIRS:
        a, b = F.logsigmoid(theta[prompt])[None], F.logsigmoid(-theta[prompt])[None]
        certain = torch.zeros(1, dtype=theta.dtype)
        rows += [a, b, certain] if prefers_a else [b, certain, a]
    return torch.cat(rows)


def torch_dpo(logps, reference, lengths):
    """The same loss by PyTorch's own operations, to compare the gradient with."""
    ratios = torch.stack([part.sum() for part in (logps - reference).split(lengths)])
    return -F.logsigmoid(BETA * (ratios[0::2] - ratios[1::2])).mean()


def main(address):
    objectives = Objectives(address)
    dpo = objective("dpo", beta=BETA)
    lengths = [n for _, prefers_a in PAIRS for n in ((1, 2) if prefers_a else (2, 1))]
    reference = log_probabilities(torch.tensor(REFERENCE))
    theta = torch.nn.Parameter(torch.tensor(REFERENCE))
    optimiser = torch.optim.SGD([theta], lr=20.0)
    largest = 0.0
    for _ in range(STEPS):
        own = torch.autograd.grad(
            torch_dpo(log_probabilities(theta), reference, lengths), theta
        )[0]
        loss = ServedLoss.apply(
            log_probabilities(theta),
            objectives,
            dpo,
            lengths,
            {"reference_logps": reference.numpy()},
        )
        optimiser.zero_grad()
        loss.backward()
        largest = max(largest, (theta.grad - own).abs().max().item())
        optimiser.step()
    error = np.abs(theta.detach().numpy() - OPTIMUM).max()
    print(f"gradient beside PyTorch's own: at most {largest:.1e} off in {STEPS} steps")
    print(f"theta {theta.detach().numpy()}, by hand {OPTIMUM}, off by {error:.1e}")
    return 0 if error < 1e-9 and largest < 1e-12 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:9084"))
