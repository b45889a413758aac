"""Converted models, for tests of the engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.translate.encoder_decoder.convert import convert


@pytest.fixture(scope="session")
def converted(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`trained`, converted in full precision. Not to be changed: copy it first."""
    return convert(trained, tmp_path_factory.mktemp("converted") / "model", "float32")
