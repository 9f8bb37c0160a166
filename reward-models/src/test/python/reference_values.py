"""Prints the values that the tests of reward-models are held to.

Run with Python 3.11, numpy and scipy. The regularised relevance part restates what NLTK's
wordpunct_tokenize and ngrams do, so that NLTK is not needed.
"""

import re

import numpy as np
from scipy.optimize import minimize


def regularized_relevance(text, relevance):
    tokens = re.findall(r"\w+|[^\w\s]+", text)
    trigrams = [tuple(tokens[i : i + 3]) for i in range(len(tokens) - 2)]
    length = len(tokens) / 100
    repetition = len(set(trigrams)) / len(trigrams) if trigrams else 1.0
    return length, repetition, relevance * length * repetition


for text in (
    "Max didn't run. Max didn't run. Max didn't run.",
    "Déjà vu… it's 3.14!",
    "hi",
):
    print(repr(text), regularized_relevance(text, 0.5))

X = np.array([[1, 0.5], [0.2, -1], [-0.5, 0.3], [0.8, 0.1], [-0.3, -0.7]])
p = np.array([1, 1, 1, 0.75, 1])
ridge = 0.05


def objective(w):
    s = X @ w
    return np.mean(np.logaddexp(0, -s) + (1 - p) * s) + 0.5 * ridge * w @ w


fit = minimize(objective, np.zeros(2), method="BFGS", options={"gtol": 1e-12})
s = X @ fit.x
print("head", fit.x, np.mean(np.logaddexp(0, -s) + (1 - p) * s))

margins = np.array([2.0, 1.0, -0.5, 3.0, -1.5, 0.2])
temperature = minimize(
    lambda t: np.mean(np.logaddexp(0, -margins / np.exp(t[0]))), [0.0], method="BFGS",
    options={"gtol": 1e-12})
print("temperature", np.exp(temperature.x[0]), temperature.fun)
confidence = 1 / (1 + np.exp(-np.abs(margins)))
correct = (margins > 0).astype(float)
bins = np.clip(np.ceil(confidence * 10) - 1, 0, 9)
error = sum(
    abs(correct[bins == b].mean() - confidence[bins == b].mean()) * np.mean(bins == b)
    for b in set(bins))
print("accuracy", correct.mean(), "ece", error, "log loss", np.mean(np.logaddexp(0, -margins)))

chosen = np.array([[0.9, 0.1], [0.2, 0.7], [0.4, -0.3], [-0.2, 0.8]], dtype=np.float32).astype(float)
rejected = np.array([[0.1, 0.4], [0.5, 0.2], [-0.6, 0.3], [0.3, 0.1]], dtype=np.float32).astype(float)
p = np.array([1, 1, 0.8, 1])
m = np.array([1, 3, 2, 0.5])


def optimum(loss):
    fit = minimize(
        lambda w: np.mean(loss(w)) + 0.5 * ridge * w @ w, np.zeros(2), method="BFGS",
        options={"gtol": 1e-12})
    return fit.x


def soft(z, target):
    return -target * -np.logaddexp(0, -z) - (1 - target) * -np.logaddexp(0, z)


def margin(w):
    return (chosen - rejected) @ w


print("smoothed", optimum(lambda w: soft(margin(w), p * 0.9 + (1 - p) * 0.1)))
print("scaled", optimum(lambda w: m * soft(margin(w), p)))
print("margin", optimum(lambda w: soft(margin(w) - m, p)))
print("direct", optimum(
    lambda w: soft(margin(w), p) + soft(chosen @ w, p) + soft(-(rejected @ w), p)))
