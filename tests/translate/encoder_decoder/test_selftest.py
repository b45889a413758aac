"""A model that is broken is found out when it is loaded, not in a brief."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ModelCorruptError
from summarizer.translate.encoder_decoder.selftest import GOLDEN, fault
from tests.translate.encoder_decoder.engines import load, load_summariser

RIGHT = [
    "Moscow is the capital of Russia.",
    "The President has signed the law.",
    "In 2014, the factory built 300 cars.",
    "He's been living in London since 1998.",
    "It's raining in the city today.",
]


def change_weights(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    from safetensors.torch import load_file, save_file

    file = folder / "model.safetensors"
    weights = load_file(file)
    change(weights)
    save_file(weights, file, metadata={"format": "pt"})


def scramble(weights: dict[str, Any]) -> None:
    """Give the output layer rows of its own, in another order: the tie is broken."""
    weights["lm_head.weight"] = weights["model.shared.weight"].flip(0).contiguous()


def test_an_untied_output_layer_is_refused(trained_copy: Path) -> None:
    """transformers only logs a warning, and the model writes rubbish (transformers#45005)."""
    change_weights(trained_copy, scramble)
    with pytest.raises(ModelCorruptError, match=r"embeddings are one.*transformers 5"):
        load("transformers", trained_copy)


def test_an_untied_model_is_not_converted(trained_copy: Path) -> None:
    """The converted weights would be as wrong, with nothing left to compare."""
    change_weights(trained_copy, scramble)
    with pytest.raises(ModelCorruptError, match="embeddings are one"):
        load("ctranslate2", trained_copy)


def test_a_scrambled_output_layer_is_caught_by_its_english(
    trained_copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where the configuration allows two matrices, only what the model writes can tell."""

    def scramble_untied(weights: dict[str, Any]) -> None:
        scramble(weights)
        for side in ("encoder", "decoder"):
            weights[f"model.{side}.embed_tokens.weight"] = weights["model.shared.weight"].clone()

    change_weights(trained_copy, scramble_untied)
    config = trained_copy / "config.json"
    settings = json.loads(config.read_text("utf-8")) | {"tie_word_embeddings": False}
    config.write_text(json.dumps(settings), "utf-8")
    with pytest.raises(ModelCorruptError, match="fails its self-test"):
        load("transformers", trained_copy, strict=True)
    with caplog.at_level(logging.WARNING):
        load("transformers", trained_copy)
    assert "fails its self-test" in caplog.text


def test_missing_weights_are_refused(trained_copy: Path) -> None:
    """transformers fills them with random numbers."""

    def drop(weights: dict[str, Any]) -> None:
        del weights["model.encoder.layers.0.fc1.weight"]

    change_weights(trained_copy, drop)
    with pytest.raises(ModelCorruptError, match=r"1 weights are missing.*fc1"):
        load("transformers", trained_copy)


def test_a_broken_model_is_not_reported_twice(
    trained_copy: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """transformers prints a table of what is missing; the error says it already."""
    change_weights(trained_copy, lambda weights: weights.pop("model.encoder.layers.0.fc1.weight"))
    with pytest.raises(ModelCorruptError):
        load("transformers", trained_copy)
    assert capfd.readouterr() == ("", "")


def test_a_tokenizer_of_another_model_is_refused(trained_copy: Path) -> None:
    """Ids beyond the weights crash torch in the middle of a run."""
    file = trained_copy / "vocab.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"more": 9999}), "utf-8")
    with pytest.raises(ModelCorruptError, match="ids up to 9999"):
        load("transformers", trained_copy)


def test_a_broken_tokenizer_is_caught_by_its_english(trained_copy: Path) -> None:
    """The weights are right, but the words mean others."""
    file = trained_copy / "vocab.json"
    ids = json.loads(file.read_text("utf-8"))
    content = [token for token in ids if token not in ("</s>", "<unk>", "<pad>")]
    moved = dict(zip(content, [ids[token] for token in reversed(content)], strict=True))
    file.write_text(json.dumps(ids | moved), "utf-8")
    for engine in ("transformers", "ctranslate2"):
        with pytest.raises(ModelCorruptError, match=f"self-test.*{engine}"):
            load(engine, trained_copy, strict=True)


def test_a_summariser_that_does_not_read_is_found_out(
    t5: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Warned of, and refused where quality was promised."""
    load_summariser("transformers", t5)
    assert "brief of a plain text" in caplog.text
    with pytest.raises(ModelCorruptError, match="brief of a plain text"):
        load_summariser("transformers", t5, strict=True)


def test_right_translations_pass_in_other_words() -> None:
    """A translator is free to say factory or plant."""
    assert fault(RIGHT, RIGHT) is None


def test_a_slip_or_two_pass() -> None:
    """Small models make them."""
    assert (
        fault(
            [*RIGHT[:3], "He lives in a city.", "Today is wet."],
            [*RIGHT[:3], "He lives in a city.", "Today is wet."],
        )
        is None
    )


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("", "is empty"),
        ("Москва is the capital", "is not English"),
        ("the the the the the the", "goes in a loop"),
        ("connectconnectconnectconnect", "goes in a loop"),
    ],
)
def test_degenerate_output_is_named(output: str, reason: str) -> None:
    """OPUS-MT-train#96 is where "connectconnect" comes from."""
    outputs = [*RIGHT[:4], output]
    assert reason in str(fault(outputs, outputs))


def test_fluent_rubbish_is_found_by_its_words() -> None:
    """transformers 4.30 wrote fluent English that had nothing to do with the Russian."""
    rubbish = ["I don't know what you mean."] * len(GOLDEN)
    assert "0 of 5 plain sentences right" in str(fault(rubbish, rubbish))


def test_another_translation_each_time_is_a_fault() -> None:
    """The same article must give the same brief."""
    assert "each time" in str(fault(RIGHT, RIGHT[::-1]))
