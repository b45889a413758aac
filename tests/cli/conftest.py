"""The command line run in this process, with stand-ins where models are loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from summarizer.cli import main
from summarizer.models import choose
from summarizer.testing import FakeSummariser, FakeTranslator


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def fake_models(monkeypatch: pytest.MonkeyPatch) -> FakeTranslator:
    """The product with a translator that spells the Russian out, names as hinted."""
    translator = FakeTranslator()
    monkeypatch.setattr(choose, "load_translator", lambda options, progress: translator)
    monkeypatch.setattr(
        choose, "load_summariser", lambda options, translator, progress: FakeSummariser()
    )
    return translator


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `summarizer` with these arguments; what it wrote and its exit code come back."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["summarizer", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        return Ended(0 if code is None else int(code), *capsys.readouterr())

    return run
