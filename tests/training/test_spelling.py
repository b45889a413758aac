"""Training the model that spells foreign names."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.spelling import align, counted, folded, main, pairs_of, train

NAMES = """шмидт\tSchmidt\t90
шульц\tSchulz\t80
вайс\tWeiß\t20
вагнер\tWagner\t60
вольф\tWolf\t40
вебер\tWeber\t50
мюллер\tMüller\t99
"""


def test_names_are_folded() -> None:
    """Accents go, for English drops them now and then; what has no accent is written out."""
    assert folded("Ålesund-Weißß") == "alesundweissss"


def test_a_word_is_cut_by_letter() -> None:
    """Every Russian letter gets its Latin ones, none for a mute one."""
    table = counted([([("ш", "sch"), ("м", "m"), ("и", "i"), ("д", "d"), ("т", "t")], 1.0)])
    assert align("шмидт", "schmidt", table, -9.0)[1] == ["sch", "m", "i", "d", "t"]


def test_training_learns_a_language(tmp_path: Path) -> None:
    """«в» is w in every German name of the list, so it is in a new one."""
    (tmp_path / "names.tsv").write_text(NAMES, encoding="utf-8")
    model = train(list(pairs_of(tmp_path / "names.tsv")), rare=0.1)
    assert model.spell("вагнер")[0][0] == "wagner"
    assert model.spell("вульф")[0][0].startswith("w")


def test_the_command_writes_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the head of the file says."""
    (tmp_path / "names.tsv").write_text(NAMES, encoding="utf-8")
    out = tmp_path / "spelling.xz"
    monkeypatch.setattr("sys.argv", ["spelling", str(tmp_path / "names.tsv"), "-o", str(out)])
    main()
    assert out.stat().st_size > 100
