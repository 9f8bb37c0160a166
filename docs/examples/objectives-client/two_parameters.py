"""Trains a model with two parameters by the Objectives service, to an optimum known by hand.

To prompt i the model answers "a" (one token) with probability sigmoid(theta_i), and "b" (two
tokens, the second certain) otherwise. Where a is preferred n times and b m times, DPO's loss is
least where sigmoid(beta h) = n / (n + m), h = theta - theta_ref: at theta_ref + log(n / m) / beta.
"""

import sys

import numpy as np

from objectives_client import Objectives, array, objective

BETA, LEARNING_RATE, STEPS = 0.5, 20.0, 200
REFERENCE = np.array([0.4, -1.1])
# (prompt, whether a is preferred): 3 to 1 for the first prompt, 1 to 4 for the second.
PAIRS = [(0, True)] * 3 + [(0, False)] + [(1, True)] + [(1, False)] * 4
OPTIMUM = REFERENCE + np.log([3 / 1, 1 / 4]) / BETA


def log_probabilities(theta):
    """Tokens of all completions, one after the other: chosen, rejected, chosen, ..."""
    rows = []
    for prompt, prefers_a in PAIRS:
        a, b = [-np.logaddexp(0, -theta[prompt])], [-np.logaddexp(0, theta[prompt]), 0.0]
        rows += a + b if prefers_a else b + a
    return np.array(rows)


def slopes(theta, gradient):
    """Chain rule: d log sigmoid(t)/dt = sigmoid(-t), d log sigmoid(-t)/dt = -sigmoid(t)."""
    result, token = np.zeros(2), 0
    for prompt, prefers_a in PAIRS:
        probability = 1 / (1 + np.exp(-theta[prompt]))
        a, b = (token, token + 1) if prefers_a else (token + 2, token)
        result[prompt] += gradient[a] * (1 - probability) - gradient[b] * probability
        token += 3
    return result


def main(address):
    objectives = Objectives(address)
    dpo = objective("dpo", beta=BETA)
    lengths = [n for _, prefers_a in PAIRS for n in ((1, 2) if prefers_a else (2, 1))]
    reference = log_probabilities(REFERENCE)
    theta = REFERENCE.copy()
    for step in range(STEPS + 1):
        channels = {"policy_logps": log_probabilities(theta), "reference_logps": reference}
        answer = objectives.evaluate(dpo, lengths, channels)
        objectives.state = answer.state
        if step in (0, 1, 5, 20, STEPS):
            margin = answer.metrics["rewards/margins"]
            print(f"step {step:3d}  loss {answer.loss:.9f}  margin {margin:.6f}  theta {theta}")
        if step < STEPS:
            theta -= LEARNING_RATE * slopes(theta, array(answer.gradients["policy_logps"]))
    error = np.abs(theta - OPTIMUM).max()
    print(f"by hand {OPTIMUM}, off by {error:.1e}")
    return 0 if error < 1e-9 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:9084"))
