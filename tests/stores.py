"""A store, a configuration folder and a Hub that belong to one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer.models.fetch import Patience
from summarizer.models.sources import Terms
from summarizer.models.store import Store
from tests.models.hub import Hub, Server

WEIGHTS = bytes(range(256)) * 400
CONFIG = b'{"model_type": "marian", "is_encoder_decoder": true}'
FILES = {"model.safetensors": WEIGHTS, "config.json": CONFIG, "source.spm": b"pieces"}

MANIFEST = """\
id = "tiny"
description = "For tests"
tasks = ["translation"]
engine = "transformers"
languages = ["ru"]
licence = "CC0-1.0"
size = 102_400

[[files]]
name = "config.json"
[[files]]
name = "model.safetensors"
[[files]]
name = "source.spm"
"""
FROM_HUB = """
[[sources]]
kind = "hub"
repo = "someone/tiny"
revision = "main"
"""


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written."""
    monkeypatch.setenv("SUMMARIZER_MODELS", str(tmp_path / "store"))
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "config"))
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE", "http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "no-token"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub-cache"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store, the one that `own_folders` sets up."""
    return Store(tmp_path / "store")


@pytest.fixture
def hub(own_folders: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    hub = Hub()
    hub.add("someone/tiny", "main", FILES)
    server = Server(hub)
    monkeypatch.setenv("HF_ENDPOINT", hub.url)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield hub
    server.stop()


@pytest.fixture
def waits() -> list[float]:
    """The seconds that a download would have slept."""
    return []


@pytest.fixture
def terms(waits: list[float]) -> Terms:
    return Terms(patience=Patience(timeout=5, sleep=waits.append))


@pytest.fixture
def declare(tmp_path: Path) -> Callable[[str], Path]:
    """Write a manifest into the user's folder."""

    def write(text: str, name: str = "tiny.toml") -> Path:
        path = tmp_path / "config" / "models" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write
