"""Training: the loss is on the translation only, and a stop loses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import Qwen2Config, Qwen2ForCausalLM

from training.train import TARGETS, Example, Recipe, Trainer, batches, loss_of, pieces

EXAMPLES = [
    Example([5, 6, 7, 8, 9, 10], 3),
    Example([11, 12, 13, 14], 2),
    Example([15, 16, 17, 18, 19], 4),
    Example([20, 21, 22, 23, 24, 25, 26], 2),
]


@pytest.fixture
def model() -> Any:
    """A tiny model of the embedded one's kind, with an adapter that is not yet trained."""
    torch.manual_seed(1)
    config = Qwen2Config(
        vocab_size=64,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
    )
    lora = LoraConfig(r=4, lora_alpha=8, target_modules=TARGETS, task_type="CAUSAL_LM")
    return get_peft_model(Qwen2ForCausalLM(config).float(), lora)


def full_loss(model: Any, example: Example) -> float:
    """The sum over the translation's tokens, the plain way."""
    tokens = torch.tensor([example.tokens])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(input_ids=tokens).logits[0].float()
    chosen = torch.log_softmax(logits, -1)[range(len(example.tokens) - 1), example.tokens[1:]]
    return float(-chosen[example.prompt - 1 :].sum().detach())


def test_the_loss_is_that_of_the_translation_alone(model: Any) -> None:
    """Padding and prompt carry none, whatever else is in the batch."""
    loss, count = loss_of(model, EXAMPLES, "cpu")
    assert count == sum(len(example.tokens) - example.prompt for example in EXAMPLES)
    expected = sum(full_loss(model, example) for example in EXAMPLES)
    assert float(loss.detach()) == pytest.approx(expected, rel=2e-2)


def test_a_pass_takes_every_example_once_in_a_seeded_order() -> None:
    """The order is the recipe's, so a stopped run can go on."""
    recipe = Recipe(batch=2)
    steps = list(batches(EXAMPLES, recipe))
    assert sorted(tuple(e.tokens) for step in steps for e in step) == sorted(
        tuple(e.tokens) for e in EXAMPLES
    )
    assert steps == list(batches(EXAMPLES, recipe))


def test_training_lowers_the_loss(model: Any, tmp_path: Path) -> None:
    """A few steps on the same sentences are learnt."""
    trainer = Trainer(model, Recipe(rate=5e-3, warmup=1), tmp_path, "cpu", 20)
    losses = [trainer.step(EXAMPLES, 0.0) for _ in range(20)]
    assert losses[-1] < losses[0]


def test_a_stopped_run_goes_on_where_it_was(model: Any, tmp_path: Path) -> None:
    """Weights, optimiser and position come back."""
    trainer = Trainer(model, Recipe(rate=5e-3, warmup=1), tmp_path, "cpu", 4)
    trainer.step(EXAMPLES, 0.0)
    trainer.save()
    after = trainer.step(EXAMPLES, 0.5)
    again = Trainer(model, Recipe(rate=5e-3, warmup=1), tmp_path, "cpu", 4)
    assert again.done == 1
    assert again.step(EXAMPLES, 0.5) == pytest.approx(after, rel=1e-3)


def test_the_rate_warms_up_and_falls(model: Any, tmp_path: Path) -> None:
    """From a part of the peak up to it, then down to a twentieth."""
    trainer = Trainer(model, Recipe(rate=1.0, warmup=4), tmp_path, "cpu", 10)
    first = trainer.rate(0.0)
    trainer.done = 4
    assert first < trainer.rate(0.0) == pytest.approx(1.0)
    assert trainer.rate(1.0) == pytest.approx(0.05)


def test_a_step_is_the_same_in_pieces(model: Any, tmp_path: Path) -> None:
    """What fits the memory at once must not change what is learnt."""
    whole = Trainer(model, Recipe(piece=4), tmp_path / "a", "cpu", 4).step(EXAMPLES, 0.0)
    assert [len(piece) for piece in pieces(EXAMPLES, 3)] == [3, 1]
    torch.manual_seed(1)
    again = Trainer(model, Recipe(rate=0.0, piece=3), tmp_path / "b", "cpu", 4)
    assert again.dev_loss(EXAMPLES) <= whole * 1.02
    assert again.step(EXAMPLES, 0.0) == pytest.approx(again.dev_loss(EXAMPLES), rel=2e-2)


def test_a_step_without_a_finite_gradient_changes_nothing(
    model: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One NaN would spoil every weight for good."""
    trainer = Trainer(model, Recipe(rate=5e-3, warmup=1), tmp_path, "cpu", 4)
    before = [p.detach().clone() for p in model.parameters() if p.requires_grad]
    monkeypatch.setattr("torch.nn.utils.clip_grad_norm_", lambda *_: torch.tensor(float("nan")))
    trainer.step(EXAMPLES, 0.0)
    after = [p for p in model.parameters() if p.requires_grad]
    assert all(torch.equal(a, b) for a, b in zip(before, after, strict=True))
