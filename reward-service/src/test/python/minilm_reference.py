"""Writes src/test/resources/minilm-reference.json: what Python's ONNX Runtime and tokenizers make of
the model in LangChain4j's jar, one text at a time, 256 tokens at most.

    python minilm_reference.py JAR > ../resources/minilm-reference.json
"""

import json
import sys
import zipfile

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

TEXTS = [
    "a story about a dog who makes a new friend",
    "Once upon a time there was a little dog named Max. He met a cat and they became friends.",
    "Lily went to the park. She saw a big red ball. " * 40,
    "hi",
    "Déjà vu… 東京, 3.14!\n\nNew line",
]

jar = zipfile.ZipFile(sys.argv[1])
session = onnxruntime.InferenceSession(jar.read("all-minilm-l6-v2-q.onnx"))
tokenizer = Tokenizer.from_str(jar.read("all-minilm-l6-v2-q-tokenizer.json").decode())
tokenizer.enable_truncation(256)
tokenizer.no_padding()


def embed(text):
    ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
    states = session.run(
        None,
        {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        },
    )[0][0]
    mean = states.mean(axis=0)
    return mean / np.linalg.norm(mean), ids.shape[1]


rows = []
for text in TEXTS:
    vector, tokens = embed(text)
    rows.append(
        {
            "text": text,
            "tokens": tokens,
            "embedding": [round(float(v), 6) for v in vector],
        }
    )
json.dump({"onnxruntime": onnxruntime.__version__, "rows": rows}, sys.stdout, ensure_ascii=False)
