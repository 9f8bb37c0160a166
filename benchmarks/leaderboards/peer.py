"""Times the peers' own Python on the inputs that LeaderboardBenchmark times, and prints JSON.

Usage: peer.py DATA ALPACA_EVAL ARENA_HARD STYLED_TSV [ROUNDS]

DATA is the folder of published data (../shared/data), ALPACA_EVAL and ARENA_HARD are git
directories or checkouts of the peers, whose own functions are loaded from their sources.
"""

import csv
import glob
import gzip
import json
import subprocess
import sys
import time
import types
import warnings

import numpy as np
import pandas as pd
import sklearn
import torch
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
from sklearn.metrics import make_scorer
from sklearn.model_selection import GroupKFold

warnings.filterwarnings("ignore")


def source(repository, path):
    return subprocess.check_output(["git", "-C", repository, "show", f"HEAD:{path}"], text=True)


def alpaca_eval_fit(repository):
    text = source(repository, "src/alpaca_eval/metrics/glm_winrate.py")
    # Only the fit: the module's imports want patsy and the network.
    text = text[text.index("def logloss(") : text.index("def _get_instructions_difficulty")]
    scope = dict(
        np=np, pd=pd, sklearn=sklearn, LogisticRegression=LogisticRegression,
        LogisticRegressionCV=LogisticRegressionCV, make_scorer=make_scorer, GroupKFold=GroupKFold,
    )
    exec(text, scope)
    return scope["fit_LogisticRegressionCV"]


def plain_fit(both, column, is_ytrue_proba, sample_weight, n_splits):
    """The peer's fit for scikit-learn before 1.4, which lacks the routing of weights that
    LogisticRegressionCV needs there: the same folds, penalties, solver and score by hand. It does
    less than the peer (no scorers, no routing), so that it favours the peer."""
    design = both.drop(columns=[column]).to_numpy()
    probability, weight = both[column].to_numpy(), np.asarray(sample_weight)
    rows = np.r_[design, design]
    label = np.r_[np.ones(len(design)), np.zeros(len(design))]
    truth, weights = np.r_[probability, 1 - probability], np.r_[weight, weight]
    group = np.r_[np.arange(len(design)), np.arange(len(design))]
    strengths, scores = np.logspace(-4, 4, 10), np.zeros((n_splits, 10))

    def model(strength):
        return LogisticRegression(
            C=strength, penalty="l1", solver="liblinear", fit_intercept=False, random_state=123
        )

    for fold, (train, test) in enumerate(GroupKFold(n_splits).split(rows, label, group)):
        for number, strength in enumerate(strengths):
            fitted = model(strength).fit(
                rows[train], label[train], sample_weight=(truth * weights)[train]
            )
            said = np.clip(fitted.predict_proba(rows[test])[:, 1], 1e-15, 1 - 1e-15)
            true = np.where(label[test] == 1, truth[test], 1 - truth[test])
            loss = true * np.log(said) + (1 - true) * np.log(1 - said)
            scores[fold, number] = np.mean(loss * weights[test])
    best = strengths[scores.mean(axis=0).argmax()]
    return model(best).fit(rows, label, sample_weight=truth * weights)


def length_controlled(data, repository):
    recent = tuple(map(int, sklearn.__version__.split(".")[:2])) >= (1, 4)
    fit = alpaca_eval_fit(repository) if recent else plain_fit
    gamed = pd.read_csv(f"{data}/alpaca_eval/df_gamed.csv.gz").drop(columns=["model"])
    difficulty = gamed.drop_duplicates("index")["instruction_difficulty"]
    designs = []
    for file in sorted(glob.glob(f"{data}/alpaca_eval/annotations/*.json.gz")):
        rows = pd.DataFrame(json.load(gzip.open(file))).reset_index()
        if (rows.generator_1 == rows.generator_2).all():
            continue
        delta = rows.output_1.str.len() - rows.output_2.str.len()
        own = pd.DataFrame(
            dict(
                preference=rows.preference - 1,
                length=np.tanh(delta / delta.std()),
                difficulty=rows["index"].map(difficulty),
                strength=1.0,
            )
        )
        other = pd.DataFrame(
            dict(
                preference=gamed.preference,
                length=np.tanh(gamed.std_delta_len),
                difficulty=gamed.instruction_difficulty,
                strength=0.0,
            )
        )
        both = pd.concat([other, own], axis=0)
        weight = pd.Series(np.r_[np.full(len(other), 0.1), np.ones(len(own))], index=both.index)
        designs.append((own, both[["length", "difficulty", "strength", "preference"]], weight))
    wall, cpu, rates = time.perf_counter(), time.process_time(), []
    for own, both, weight in designs:
        model = fit(both, "preference", is_ytrue_proba=True, sample_weight=weight, n_splits=5)
        test = pd.DataFrame(dict(length=0.0, difficulty=own.difficulty, strength=1.0))
        rates.append(100 * model.predict_proba(test)[:, 1].mean())
    return dict(
        code="alpaca_eval" if recent else "the same by hand, scikit-learn " + sklearn.__version__,
        fits=len(rates), wall_s=time.perf_counter() - wall, cpu_s=time.process_time() - cpu,
        mean_rate=float(np.mean(rates)),
    )


def style_control(repository, styled, rounds):
    peer = types.ModuleType("math_utils")
    sys.modules["math_utils"] = peer
    # Its progress bar, which is taken away below, where it is not installed.
    sys.modules.setdefault("tqdm", types.SimpleNamespace(tqdm=None))
    exec(source(repository, "utils/math_utils.py"), peer.__dict__)
    peer.tqdm = lambda iterable, **_: iterable
    rows = list(csv.reader(open(styled), delimiter="\t"))
    score = torch.tensor([float(row[3]) for row in rows])
    own = torch.tensor([[float(v) for v in row[4:8]] for row in rows])
    base = torch.tensor([[float(v) for v in row[8:12]] for row in rows])
    features = torch.zeros_like(own)
    features[:, 0] = (own[:, 0] - base[:, 0]) / (own[:, 0] + base[:, 0])
    a, b = own[:, 1:] / (own[:, :1] + 1), base[:, 1:] / (base[:, :1] + 1)
    features[:, 1:] = (a - b) / (a + b + 1)
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    hot, models = peer.one_hot_encode([row[1] for row in rows], baseline=rows[0][2])
    design = torch.cat([hot, features], dim=1)
    wall, cpu = time.perf_counter(), time.process_time()
    np.random.seed(42)
    coefficients, _ = peer.bootstrap_pairwise_model(design, score, num_round=rounds)
    took = dict(
        rounds=rounds, wall_s=time.perf_counter() - wall, cpu_s=time.process_time() - cpu
    )
    rates = peer.to_winrate_probabilities(coefficients[:, :-4], models, rows[0][2])
    return took | {
        "scores": {m: round(100 * float(rates[:, i].quantile(0.5)), 2) for i, m in enumerate(models)},
        "coefficients": [round(float(v), 4) for v in coefficients[:, -4:].quantile(0.5, axis=0)],
    }


if __name__ == "__main__":
    data, alpaca_eval, arena_hard, styled = sys.argv[1:5]
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 1000
    print(
        json.dumps(
            dict(
                length_controlled=length_controlled(data, alpaca_eval),
                style_control=style_control(arena_hard, styled, rounds),
            )
        )
    )
