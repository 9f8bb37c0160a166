"""Medians of the rounds and the worker's ratio to each PyTorch variant. Usage: ratios.py RESULTS"""

import json
import statistics
import sys

rounds = {}
for line in open(sys.argv[1]):
    side, result = line.split(" ", 1)
    rounds.setdefault(side, []).append(json.loads(result))
medians = {
    side: {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    for side, runs in rounds.items()
}
for side, median in medians.items():
    print(side, json.dumps(median))
for side in ("pytorch", "pytorch-plain"):
    for name in ("tokens_per_second", "tokens_per_cpu_second"):
        print(f"worker / {side}, {name}: {medians['worker'][name] / medians[side][name]:.3f}")
