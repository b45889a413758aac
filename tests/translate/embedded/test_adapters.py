"""An adapter is the one of its manifest, for this model, and really changes what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, ModelCorruptError, ModelNotFoundError
from summarizer.models.manifest import bundled_folder, manifest_of
from summarizer.options import Decoding
from summarizer.translate.embedded.adapters import (
    Adapter,
    read_adapter,
    require_base,
    require_effect,
)
from summarizer.translate.embedded.runtime import Output, Request

ADAPTER = Adapter("tiny-1", "tiny", Path("w.safetensors"), "Translate.", 2.0)


def write(folder: Path, *, sha256: str = "", system: str = "Translate.") -> Path:
    folder.mkdir()
    (folder / "w.safetensors").write_bytes(b"weights")
    (folder / "adapter_config.json").write_text('{"r": 16, "lora_alpha": 32}', "utf-8")
    sum = sha256 or hashlib.sha256(b"weights").hexdigest()
    lines = {"id": "tiny-1", "base": "tiny", "file": "w.safetensors", "sha256": sum}
    text = "".join(f'{key} = "{value}"\n' for key, value in (lines | {"system": system}).items())
    (folder / "manifest.toml").write_text(text, "utf-8")
    return folder


class FakeRuntime:
    """Says one thing with the adapter and one without."""

    def __init__(self, with_it: Output, without: Output) -> None:
        self.outputs = {True: with_it, False: without}

    def count_tokens(self, text: str) -> int:
        return len(text)

    def generate(
        self, requests: Sequence[Request], decoding: Decoding, *, adapted: bool
    ) -> list[tuple[Output, ...]]:
        return [(self.outputs[adapted],) for _ in requests]


def test_a_manifest_says_what_the_adapter_is(tmp_path: Path) -> None:
    """Its own id, the model it was trained on, and the prompt it was trained with."""
    adapter = read_adapter(write(tmp_path / "a"))
    assert (adapter.id, adapter.base, adapter.system) == ("tiny-1", "tiny", "Translate.")


def test_an_adapter_has_the_strength_that_it_was_trained_with(tmp_path: Path) -> None:
    """The runtime reads no settings: the first adapter ran at half strength, unnoticed."""
    folder = write(tmp_path / "a")
    assert read_adapter(folder).scale == 2.0
    settings = folder / "adapter_config.json"
    settings.write_text('{"r": 16, "lora_alpha": 32, "use_rslora": true}', "utf-8")
    assert read_adapter(folder).scale == 8.0


@pytest.mark.parametrize("text", ["", "{}", '{"r": 0, "lora_alpha": 32}', '{"r": "x"}'])
def test_an_adapter_of_unknown_strength_is_refused(tmp_path: Path, text: str) -> None:
    """Half of the effect looks like poor English, not like an error."""
    folder = write(tmp_path / "a")
    (folder / "adapter_config.json").write_text(text, "utf-8")
    with pytest.raises(ModelCorruptError, match="lora_alpha and r"):
        read_adapter(folder)


def test_the_shipped_adapters_are_whole_and_for_their_models() -> None:
    """Every folder of models/adapters, its sum recomputed, named as its folder."""
    folders = sorted((bundled_folder() / "adapters").iterdir())
    assert folders
    for folder in folders:
        adapter = read_adapter(folder)
        assert adapter.id == folder.name
        assert manifest_of(adapter.base).adapter


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """The message names both sums."""
    with pytest.raises(ModelCorruptError, match=r"sha256 9a129038d9a0… instead of 0{12}…"):
        read_adapter(write(tmp_path / "a", sha256="0" * 64))


def test_missing_files_are_named(tmp_path: Path) -> None:
    """A folder without manifest is no adapter; a manifest without weights is half of one."""
    with pytest.raises(ModelNotFoundError, match=r"no manifest\.toml"):
        read_adapter(tmp_path)
    folder = write(tmp_path / "a")
    (folder / "w.safetensors").unlink()
    with pytest.raises(ModelNotFoundError, match=r"w\.safetensors are missing"):
        read_adapter(folder)


def test_an_empty_prompt_is_refused(tmp_path: Path) -> None:
    """Without the wording of its training an adapter is worse than none."""
    with pytest.raises(ConfigError, match="`system` must not be empty"):
        read_adapter(write(tmp_path / "a", system=""))


def test_an_adapter_serves_only_its_model() -> None:
    """Its tensors would fit another model of the same shape, and ruin it."""
    require_base(ADAPTER, "tiny")
    with pytest.raises(ConfigError, match="tiny-1 is for tiny, not other"):
        require_base(ADAPTER, "other")


def test_an_adapter_without_effect_is_an_error() -> None:
    """The same text with the same score is the model without its adapter."""
    same = Output("The minister said", -0.5, is_cut=True)
    with pytest.raises(ModelCorruptError, match="tiny-1 has no effect"):
        require_effect(FakeRuntime(same, same), ADAPTER)


@pytest.mark.parametrize(("text", "score"), [("The minister", -0.52), ("This was", -0.5)])
def test_another_text_or_score_is_an_effect(text: str, score: float) -> None:
    """Either is proof enough."""
    with_it = Output("The minister", -0.5, is_cut=True)
    require_effect(FakeRuntime(with_it, Output(text, score, is_cut=True)), ADAPTER)
