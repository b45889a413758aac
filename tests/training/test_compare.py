"""Comparing adapters, and averaging them, on a tiny model of the embedded one's kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file
from transformers import Qwen2Config, Qwen2ForCausalLM

from summarizer.evaluate.lines import obeyed
from summarizer.translate.protocol import Hint, Segment
from training.average import average
from training.compare import Setting, adapted, chosen, prompts, read, settings
from training.train import TARGETS

CONFIG = Qwen2Config(
    vocab_size=64,
    hidden_size=16,
    intermediate_size=32,
    num_hidden_layers=1,
    num_attention_heads=2,
    num_key_value_heads=1,
)


def adapter(folder: Path, *, rank: int, seed: int) -> Path:
    """Save an adapter whose second matrices are no longer zero."""
    torch.manual_seed(seed)
    lora = LoraConfig(r=rank, lora_alpha=8, target_modules=TARGETS, task_type="CAUSAL_LM")
    model: Any = get_peft_model(Qwen2ForCausalLM(CONFIG), lora)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter)
    model.save_pretrained(folder)
    (folder / "training.json").write_text(json.dumps({"seed": seed}), encoding="utf-8")
    return folder


def test_the_mean_of_adapters_is_that_of_their_weights(tmp_path: Path) -> None:
    """In fp16, with the settings of each run."""
    one = adapter(tmp_path / "one", rank=4, seed=1)
    two = adapter(tmp_path / "two", rank=4, seed=2)
    out = average([one, two, two], tmp_path / "mean")
    parts = [load_file(folder / "adapter_model.safetensors") for folder in (one, two, out)]
    for name, mean in parts[2].items():
        assert mean.dtype is torch.float16
        expected = (parts[0][name] + 2 * parts[1][name]) / 3
        assert torch.allclose(mean.float(), expected, atol=5e-3)
    recipes = json.loads((out / "training.json").read_text("utf-8"))["mean_of"]
    assert [recipe["seed"] for recipe in recipes] == [1, 2, 2]


def test_adapters_of_other_ranks_have_no_mean(tmp_path: Path) -> None:
    """It says which."""
    folders = [adapter(tmp_path / str(rank), rank=rank, seed=1) for rank in (2, 4)]
    with pytest.raises(ValueError, match="differ in rank"):
        average(folders, tmp_path / "mean")


def test_every_adapter_is_measured_beside_the_base(tmp_path: Path) -> None:
    """With hints and without, and the base with both its prompts."""
    names = [setting.name for setting in settings(["new"])]
    assert names == [
        "base-example",
        "base-short",
        "new-short",
        "base-example-hints",
        "base-short-hints",
        "new-short-hints",
    ]


def test_a_setting_decides_the_prompt(tmp_path: Path) -> None:
    """The pairs' hints are in it or not."""
    row = {"source": "Он в Казани.", "target": "He is in Kazan.", "hints": [["Казани", "Kazan"]]}
    (tmp_path / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    test = read(tmp_path / "dev.jsonl")
    bare, told = (prompts(test, Setting("a", example=False, hints=h))[0] for h in (False, True))
    assert "Казани = Kazan" in told
    assert "Names:" not in bare
    assert "Vympelstal" in prompts(test, Setting(None, example=True, hints=False))[0]


def test_a_setting_without_adapter_runs_the_base(tmp_path: Path) -> None:
    """And the adapter is back in force afterwards."""
    torch.manual_seed(3)
    base: Any = Qwen2ForCausalLM(CONFIG).float()
    tokens = torch.tensor([[5, 6, 7]])
    plain = base(tokens).logits.detach()
    model = adapted(base, [adapter(tmp_path / "new", rank=4, seed=1)])
    with chosen(model, Setting(None, example=False, hints=False)):
        assert torch.allclose(model(tokens).logits, plain)
    with chosen(model, Setting("new", example=False, hints=False)):
        assert not torch.allclose(model(tokens).logits, plain)


def test_hints_are_counted_one_by_one() -> None:
    """Whatever the case: a sentence may begin with an office."""
    segments = [Segment("…", (Hint("глава", "the head"), Hint("Казани", "Kazan")))]
    assert obeyed(segments, ["The head is away."]) == (1, 2)
