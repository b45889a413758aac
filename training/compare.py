"""Compare adapters on test pairs: BLEU, chrF2 and hints obeyed, with hints and without.

    python -m training.compare MODEL pairs.jsonl... [--adapter FOLDER]... [-o OUT]

MODEL is as `training.train` takes it, the pairs are those of `training.pairs --test`. The model
alone is measured too, short prompt and example in the prompt. Translations are greedy, in bf16, one
batch a file: meant for a GPU, where 300 sentences take seconds. What ships runs on 4-bit weights
and retries what the check doubts, so the figures of `summarizer evaluate mt` are the product's.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.evaluate.lines import obeyed
from summarizer.translate.embedded.prompts import translation
from summarizer.translate.protocol import Hint, Segment
from training.train import END, SYSTEM, load_base

LONGEST = 256  # tokens of a translation


@dataclass(frozen=True, slots=True)
class Test:
    name: str
    segments: tuple[Segment, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    adapter: str | None
    example: bool  # the untrained model's long prompt
    hints: bool

    @property
    def name(self) -> str:
        prompt = "example" if self.example else "short"
        return f"{self.adapter or 'base'}-{prompt}{'-hints' if self.hints else ''}"


def read(path: Path) -> Test:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    segments = (
        Segment(row["source"], tuple(Hint(russian, english) for russian, english in row["hints"]))
        for row in rows
    )
    return Test(path.stem, tuple(segments), tuple(row["target"] for row in rows))


def settings(adapters: Sequence[str]) -> Iterator[Setting]:
    for hints in (False, True):
        yield Setting(None, example=True, hints=hints)
        yield Setting(None, example=False, hints=hints)
        yield from (Setting(name, example=False, hints=hints) for name in adapters)


def prompts(test: Test, setting: Setting) -> list[str]:
    system = None if setting.example else SYSTEM
    segments = test.segments if setting.hints else [Segment(s.text) for s in test.segments]
    return [translation(segment, system=system) for segment in segments]


def generate(model: Any, tokenizer: Any, texts: Sequence[str], device: str) -> list[str]:
    """Greedy continuations, each cut where the model ends its turn."""
    import torch

    tokenizer.padding_side = "left"
    tokenizer.pad_token = tokenizer.pad_token or END
    batch = tokenizer(list(texts), return_tensors="pt", padding=True).to(device)
    end = tokenizer.convert_tokens_to_ids(END)
    with torch.no_grad():
        out = model.generate(
            **batch,
            max_new_tokens=LONGEST,
            do_sample=False,
            num_beams=1,
            repetition_penalty=1.0,
            eos_token_id=end,
            pad_token_id=end,
        )
    rows = tokenizer.batch_decode(out[:, batch["input_ids"].shape[1] :], skip_special_tokens=True)
    return [" ".join(row.split()) for row in rows]


def score(test: Test, targets: Sequence[str]) -> str:
    from sacrebleu.metrics import BLEU, CHRF

    bleu = BLEU().corpus_score(targets, [test.references]).score
    chrf = CHRF().corpus_score(targets, [test.references]).score
    kept, told = obeyed(test.segments, targets)
    return f"BLEU {bleu:5.2f}  chrF2 {chrf:5.2f}  hints obeyed {kept}/{told}"


def compare(arguments: argparse.Namespace) -> None:
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    base, tokenizer = load_base(arguments.model, device)
    model = adapted(base, arguments.adapter)
    for test in map(read, arguments.pairs):
        for setting in settings([folder.name for folder in arguments.adapter]):
            began = time.monotonic()
            with chosen(model, setting):
                targets = generate(model, tokenizer, prompts(test, setting), device)
            took = f"{time.monotonic() - began:.0f} s"
            print(f"{test.name:14} {setting.name:30} {score(test, targets)}  {took}", flush=True)
            if arguments.output:
                save(arguments.output / f"{test.name}.{setting.name}.en", targets)


def adapted(base: Any, folders: Sequence[Path]) -> Any:
    """The model with all adapters on it, each named after its folder."""
    from peft import PeftModel

    model = base
    for folder in folders:
        if model is base:
            model = PeftModel.from_pretrained(base, folder, adapter_name=folder.name)
        else:
            model.load_adapter(folder, adapter_name=folder.name)
    return model.eval()


def chosen(model: Any, setting: Setting) -> AbstractContextManager[Any]:
    """Put the setting's adapter in force, or none."""
    if setting.adapter is not None:
        model.set_adapter(setting.adapter)
    elif hasattr(model, "disable_adapter"):
        return model.disable_adapter()  # type: ignore[no-any-return]
    return nullcontext()


def save(path: Path, targets: Sequence[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in targets), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("model", type=Path)
    parser.add_argument("pairs", nargs="+", type=Path)
    parser.add_argument("--adapter", type=Path, action="append", default=[])
    parser.add_argument("-o", "--output", type=Path, help="folder for the translations")
    compare(parser.parse_args())


if __name__ == "__main__":
    main()
