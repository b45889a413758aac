"""Train a LoRA adapter on translation pairs, from scratch or from an earlier adapter.

    python -m training.train MODEL pairs.jsonl OUT [--start ADAPTER] [--minutes 60] [--dev FILE]

MODEL is a GGUF file, or a folder that holds the same weights dequantised (faster to load again).
Runs on the CPU (bf16, some 40 tokens/s on two cores) or on CUDA when there is a GPU. The loss is on
the translation only. Every `--save` steps the state is written to OUT/state, and the same command
goes on from there. When time or data end, OUT/adapter holds the adapter in fp16 with its manifest.
LoRA: Hu et al. 2021, arXiv 2106.09685.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarizer.translate.embedded.prompts import translation
from summarizer.translate.protocol import Hint, Segment

SYSTEM = "Translate Russian news into English."  # the adapter's manifest must state the same
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
END = "<|im_end|>"


@dataclass(frozen=True, slots=True)
class Recipe:
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    rate: float = 1e-4
    warmup: int = 10  # steps
    batch: int = 8  # sentences a step
    epochs: float = 1.0
    seed: int = 20261123
    longest: int = 220  # tokens of prompt and translation; longer pairs are left out
    piece: int = 4  # sentences that go through the model at once; a GPU takes the whole step


@dataclass(frozen=True, slots=True)
class Example:
    tokens: list[int]
    prompt: int  # so many tokens at the start carry no loss


def examples(path: Path, tokenizer: Any, longest: int) -> list[Example]:
    out = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        hints = tuple(Hint(russian, english) for russian, english in row["hints"])
        prompt = tokenizer.encode(translation(Segment(row["source"], hints), system=SYSTEM))
        target = tokenizer.encode(row["target"] + END)
        if len(prompt) + len(target) <= longest:
            out.append(Example(prompt + target, len(prompt)))
    return out


def batches(data: Sequence[Example], recipe: Recipe) -> Iterator[list[Example]]:
    """Steps of like length (less padding), in an order that the seed decides."""
    import random

    rng = random.Random(recipe.seed)
    for _ in range(math.ceil(recipe.epochs)):
        order = list(data)
        rng.shuffle(order)
        pools = [order[i : i + 16 * recipe.batch] for i in range(0, len(order), 16 * recipe.batch)]
        for pool in pools:
            pool.sort(key=lambda example: len(example.tokens))
            steps = [pool[i : i + recipe.batch] for i in range(0, len(pool), recipe.batch)]
            rng.shuffle(steps)
            yield from steps


def pieces(examples: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    return (examples[start : start + size] for start in range(0, len(examples), size))


def load_base(path: Path, device: str) -> tuple[Any, Any]:
    """Load the untrained model in bf16, from a GGUF or from a folder, and its tokenizer."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    if path.is_dir():
        tokenizer = AutoTokenizer.from_pretrained(path)
        return AutoModelForCausalLM.from_pretrained(path, dtype=torch.bfloat16).to(
            device
        ), tokenizer
    tokenizer = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
    base = AutoModelForCausalLM.from_pretrained(
        path.parent,
        gguf_file=path.name,
        dtype=torch.bfloat16,
        quantization_config=GgufConfig(dequantize=True),  # packed weights are unpacked every step
    )
    return base.to(device), tokenizer


def load_model(path: Path, start: Path | None, recipe: Recipe, device: str) -> tuple[Any, Any]:
    """Put a new adapter, or the one in `start`, on the model."""
    from peft import LoraConfig, PeftModel, get_peft_model

    base, tokenizer = load_base(path, device)
    base.config.use_cache = False
    if start is not None:
        model = PeftModel.from_pretrained(base, start, is_trainable=True)
    else:
        config = LoraConfig(
            r=recipe.rank,
            lora_alpha=recipe.alpha,
            lora_dropout=recipe.dropout,
            target_modules=TARGETS,
            task_type="CAUSAL_LM",
        )
        model = get_peft_model(base, config)
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()  # small updates vanish in bf16
    return model, tokenizer


def loss_of(model: Any, step: Sequence[Example], device: str) -> tuple[Any, int]:
    """Summed cross-entropy over the tokens of the translations, and their number.

    Only the positions that carry loss go through the output matrix: its 151,936 columns would cost
    as much as a quarter of the layers.
    """
    import torch

    width = max(len(example.tokens) for example in step)
    tokens = torch.zeros(len(step), width, dtype=torch.long, device=device)
    mask = torch.zeros_like(tokens)
    targets = torch.full_like(tokens, -100)
    for row, example in enumerate(step):
        size = len(example.tokens)
        tokens[row, :size] = torch.tensor(example.tokens)
        mask[row, :size] = 1
        targets[row, example.prompt - 1 : size - 1] = torch.tensor(example.tokens[example.prompt :])
    inner = model.get_base_model()
    device_type = device.split(":")[0]
    with torch.autocast(device_type, dtype=torch.bfloat16):
        hidden = inner.model(input_ids=tokens, attention_mask=mask).last_hidden_state
        carries = targets >= 0
        logits = inner.lm_head(hidden[carries])
    loss = torch.nn.functional.cross_entropy(logits.float(), targets[carries], reduction="sum")
    return loss, int(carries.sum())


@dataclass(slots=True)
class Trainer:
    model: Any
    recipe: Recipe
    out: Path
    device: str
    total: int  # steps
    optimizer: Any = None
    done: int = 0

    def __post_init__(self) -> None:
        import torch

        wanted = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(wanted, lr=self.recipe.rate, weight_decay=0.0)
        state = self.out / "state" / "state.pt"
        if state.exists():
            saved = torch.load(state, weights_only=True)
            self.done = saved["done"]
            self.optimizer.load_state_dict(saved["optimizer"])
            self.model.load_state_dict(saved["adapter"], strict=False)

    def rate(self, progress: float) -> float:
        """Warm up, then a cosine down to a twentieth, over steps or time, whichever ends first."""
        warm = min(1.0, (self.done + 1) / self.recipe.warmup)
        return self.recipe.rate * warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * progress)))

    def step(self, examples: Sequence[Example], progress: float) -> float:
        """Learn from some examples; return the mean loss of their tokens before."""
        import torch

        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(min(1.0, progress))
        total = sum(len(example.tokens) - example.prompt for example in examples)
        summed = 0.0
        for piece in pieces(examples, self.recipe.piece):
            loss, _ = loss_of(self.model, piece, self.device)
            (loss / total).backward()
            summed += float(loss.detach())
        norm = torch.nn.utils.clip_grad_norm_(self.optimizer.param_groups[0]["params"], 1.0)
        # torch 2.11 on an H100 gave NaN gradients in 3 % of the steps, those of some 60 tokens; one
        # such step spoils every weight
        if torch.isfinite(norm):
            self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.done += 1
        return summed / total

    def dev_loss(self, examples: Sequence[Example]) -> float:
        """The mean loss of the tokens of examples that are not learnt from."""
        import torch

        self.model.eval()
        with torch.no_grad():
            found = [
                loss_of(self.model, piece, self.device)
                for piece in pieces(examples, self.recipe.piece)
            ]
        self.model.train()
        return sum(float(loss) for loss, _ in found) / sum(count for _, count in found)

    def save(self) -> None:
        import torch

        folder = self.out / "state"
        folder.mkdir(parents=True, exist_ok=True)
        adapter = {n: p.detach().cpu() for n, p in self.model.named_parameters() if p.requires_grad}
        state = {"done": self.done, "optimizer": self.optimizer.state_dict(), "adapter": adapter}
        torch.save(state, folder / "new.pt")
        (folder / "new.pt").replace(folder / "state.pt")


def export(trainer: Trainer, manifest: dict[str, object]) -> Path:
    """Write the adapter as our runtime loads it: peft's layout, fp16, safetensors."""
    import torch

    folder = trainer.out / "adapter"
    for parameter in trainer.model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.to(torch.float16)
    trainer.model.save_pretrained(folder, safe_serialization=True)
    (folder / "training.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return folder


def report(trainer: Trainer, dev: Sequence[Example]) -> float | None:
    if not dev:
        return None
    loss = trainer.dev_loss(dev)
    print(f"step {trainer.done}/{trainer.total} dev loss {loss:.4f}", flush=True)
    return loss


def run(arguments: argparse.Namespace, recipe: Recipe) -> Path:
    import torch

    torch.manual_seed(recipe.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model, tokenizer = load_model(arguments.model, arguments.start, recipe, device)
    data = examples(arguments.pairs, tokenizer, recipe.longest)
    dev = examples(arguments.dev, tokenizer, recipe.longest) if arguments.dev else []
    total = math.ceil(math.ceil(len(data) / recipe.batch) * recipe.epochs)
    trainer = Trainer(model, recipe, arguments.out, device, total)
    model.train()
    began, losses, trained = time.monotonic(), [], trainer.done
    for number, step in enumerate(batches(data, recipe)):
        if number < trained:
            continue  # done before an earlier stop
        used = (time.monotonic() - began) / 60 / arguments.minutes
        if used >= 1 or number >= total:
            break
        losses.append(trainer.step(step, max(used, number / total)))
        print(f"step {trainer.done}/{total} loss {losses[-1]:.3f} time {used:.0%}", flush=True)
        if trainer.done % arguments.save == 0:
            trainer.save()
            report(trainer, dev)
    trainer.save()
    return export(
        trainer,
        {
            "recipe": asdict(recipe),
            "start": arguments.start.name if arguments.start else None,
            "system": SYSTEM,
            "pairs_sha256": hashlib.sha256(arguments.pairs.read_bytes()).hexdigest(),
            "steps": trainer.done,
            "sentences": trainer.done * recipe.batch,
            "minutes": round((time.monotonic() - began) / 60, 1),
            "loss_first_20": sum(losses[:20]) / max(1, len(losses[:20])),
            "loss_last_20": sum(losses[-20:]) / max(1, len(losses[-20:])),
            "dev_loss": report(trainer, dev),
            "device": device,
        },
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("model", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--dev", type=Path, help="pairs whose loss is reported, not learnt from")
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--save", type=int, default=20, metavar="STEPS")
    for name, default in asdict(Recipe()).items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    arguments = parser.parse_args()
    recipe = Recipe(**{name: getattr(arguments, name) for name in asdict(Recipe())})
    print(run(arguments, recipe))


if __name__ == "__main__":
    main()
