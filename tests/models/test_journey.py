"""A real model on its way: from a Hub on a bad day through both engines to other machines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.models.add import convert_model
from summarizer.models.archive import export_model, import_model
from summarizer.models.choose import load_translator
from summarizer.models.manifest import Engine, Task
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Store
from summarizer.options import Options
from summarizer.progress import silent
from summarizer.translate.protocol import Segment
from tests.models.hub import Fault, Hub
from tests.tiny_models import PAIRS

HEAD = """\
id = "tiny-ru-en"
description = "Knows two dozen sentences by heart"
tasks = ["translation"]
engine = "transformers"
languages = ["ru"]
licence = "CC0-1.0"
size = 1_000_000
[[sources]]
kind = "hub"
repo = "someone/tiny-ru-en"
revision = "main"
[[quality]]
measure = "BLEU"
data = "what it was trained on"
value = 100
google = 100
source = "these tests"
"""


def english_by(name: str) -> list[str]:
    translator = load_translator(Options(translator=name), silent)
    return [best.text for best, *_ in translator.translate([Segment(russian) for russian in PAIRS])]


@pytest.fixture
def offered(hub: Hub, trained: Path, declare: Callable[..., Path]) -> Hub:
    """A Hub that has the trained model, and a manifest that names its files."""
    files = {path.name: path.read_bytes() for path in trained.iterdir() if path.is_file()}
    hub.add("someone/tiny-ru-en", "main", files)
    hub.large.add("someone/tiny-ru-en/main/model.safetensors")
    declare(HEAD + "".join(f'[[files]]\nname = "{name}"\n' for name in files))
    return hub


def test_a_model_gives_the_same_english_wherever_it_has_been(
    offered: Hub,
    store: Store,
    terms: Terms,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pulled through drops, 429, 503 and wrong bytes; run, converted, carried, run again."""
    key = "someone/tiny-ru-en/main/model.safetensors"
    offered.faults[key] = [Fault(drop_after=3000), Fault(status=429, retry_after="1")]
    offered.faults[key] += [Fault(status=503), Fault(drop_after=10_000)]
    offered.faults["someone/tiny-ru-en/main/source.spm"] = [Fault(wrong=True)]
    pull("tiny-ru-en", store, terms=terms)
    store.verify("tiny-ru-en")
    expected = list(PAIRS.values())
    assert english_by("auto") == expected

    converted = convert_model("tiny-ru-en", store, "float32")
    asked = len(offered.asked)
    assert english_by("auto") == expected, "the converted one goes before its original"
    assert english_by("tiny-ru-en") == expected

    archives = [
        export_model(id, tmp_path / f"{id}.tar", store) for id in ("tiny-ru-en", converted.id)
    ]
    monkeypatch.setenv("SUMMARIZER_MODELS", str(tmp_path / "there"))
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "there-too"))
    there = Store()
    for archive in archives:
        import_model(archive, there)
        assert english_by("auto") == expected
    assert set(there.installed()) == {"tiny-ru-en", converted.id}
    assert len(offered.asked) == asked, "no run and no import asks the network"


def test_the_conversion_is_what_auto_chooses(offered: Hub, store: Store, terms: Terms) -> None:
    """It says so in the signature."""
    pull("tiny-ru-en", store, terms=terms)
    convert_model("tiny-ru-en", store, "int8")
    use = load_translator(Options(), silent).use
    assert (use.task, use.id, use.engine) == (
        Task.TRANSLATION,
        "tiny-ru-en-ct2-int8",
        Engine.CTRANSLATE2,
    )
