"""DPO steps in PyTorch on a decoder of stories15M's shape, timed as TrainingBenchmark is.

Usage: peer.py WARM_UP STEPS [plain]

What a careful user of PyTorch would write: scaled dot-product attention, the fused rms_norm, the
output layer on completion tokens only, cross entropy for the log-probabilities, fused AdamW.
With "plain": log_softmax and gather over all positions, as trainers commonly do, and AdamW as it
comes.
"""

import json
import os
import sys
import time

import torch
import torch.nn.functional as F

PAIRS, PROMPT, LENGTH, VOCABULARY = 8, 16, 128, 32_000
WIDTH, HIDDEN, LAYERS, HEADS = 288, 768, 6, 6


class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = torch.nn.RMSNorm(WIDTH, eps=1e-5)
        self.rest = torch.nn.RMSNorm(WIDTH, eps=1e-5)
        self.q, self.k, self.v, self.o = (
            torch.nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(4)
        )
        self.gate = torch.nn.Linear(WIDTH, HIDDEN, bias=False)
        self.up = torch.nn.Linear(WIDTH, HIDDEN, bias=False)
        self.down = torch.nn.Linear(HIDDEN, WIDTH, bias=False)

    def forward(self, x, cos, sin):
        rows, time_, _ = x.shape
        n = self.norm(x)
        q, k, v = (
            p(n).view(rows, time_, HEADS, -1).transpose(1, 2) for p in (self.q, self.k, self.v)
        )
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        a = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.o(a.transpose(1, 2).reshape(rows, time_, WIDTH))
        n = self.rest(x)
        return x + self.down(F.silu(self.gate(n)) * self.up(n))


def rotate(x, cos, sin):
    first, second = x.chunk(2, -1)
    return torch.cat((first * cos - second * sin, second * cos + first * sin), -1)


class Decoder(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = torch.nn.Embedding(VOCABULARY, WIDTH)
        self.blocks = torch.nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = torch.nn.RMSNorm(WIDTH, eps=1e-5)
        half = WIDTH // HEADS // 2
        angles = torch.outer(torch.arange(256.0), 10_000 ** (-torch.arange(half) / half))
        self.cos, self.sin = angles.cos()[:LENGTH], angles.sin()[:LENGTH]
        torch.nn.init.normal_(self.embed.weight, std=0.02)

    def forward(self, tokens):
        x = self.embed(tokens)
        for block in self.blocks:
            x = block(x, self.cos, self.sin)
        return self.norm(x)


def log_probabilities(model, tokens, plain):
    hidden = model(tokens)
    if plain:
        logits = F.linear(hidden[:, :-1], model.embed.weight)
        all_ = logits.log_softmax(-1).gather(-1, tokens[:, 1:, None]).squeeze(-1)
        return all_[:, PROMPT - 1 :].sum(-1)
    selected = hidden[:, PROMPT - 1 : -1].reshape(-1, WIDTH)
    logits = F.linear(selected, model.embed.weight)
    loss = F.cross_entropy(logits, tokens[:, PROMPT:].reshape(-1), reduction="none")
    return -loss.view(tokens.shape[0], -1).sum(-1)


def main():
    warm_up, steps = int(sys.argv[1]), int(sys.argv[2])
    plain = len(sys.argv) > 3 and sys.argv[3] == "plain"
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
    torch.manual_seed(1)
    model = Decoder()
    matrices = [p for p in model.parameters() if p.ndim > 1]
    vectors = [p for p in model.parameters() if p.ndim == 1]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=1e-6, fused=None if plain else True)
    tokens = torch.randint(3, VOCABULARY, (2 * PAIRS, LENGTH))
    with torch.no_grad():
        reference = log_probabilities(model, tokens, plain)
    for step in range(warm_up + steps):
        if step == warm_up:
            wall, processor = time.perf_counter(), time.process_time()
        ratios = (log_probabilities(model, tokens, plain) - reference).view(PAIRS, 2)
        loss = -F.logsigmoid(0.1 * (ratios[:, 0] - ratios[:, 1])).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        loss.item()
    count = tokens.numel() * steps
    print(
        json.dumps(
            {
                "tokens_per_second": round(count / (time.perf_counter() - wall), 1),
                "tokens_per_cpu_second": round(count / (time.process_time() - processor), 1),
            }
        )
    )


main()
