"""The model that spells foreign names."""

from __future__ import annotations

import pytest

from summarizer.entities.letters import spelling
from summarizer.entities.letters.spelling import EDGE, build, pack, symbol, unpack
from summarizer.entities.naming import foreign

UNITS = ((EDGE, ""), ("в", "v"), ("в", "w"), ("а", "a"))


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("вайгельдт", "weigeldt"),
        ("ферстаппен", "verstappen"),
        ("эбботт", "abbott"),
        ("рабиновиц", "rabinowitz"),
        ("хэммет", "hammett"),
        ("браунинг", "browning"),
    ],
)
def test_likeliest_spelling(russian: str, latin: str) -> None:
    """German, Dutch, English and Polish names that stand in no table of ours."""
    assert spelling.spellings(russian)[0][0] == latin


def test_letters_that_it_has_not_seen() -> None:
    """No guess is better than a wrong one: the romanisation knows Ukrainian letters."""
    assert spelling.spellings("ґонґадзе") == []
    assert foreign.spellings("Ґонґадзе") == ()


def test_a_model_survives_packing() -> None:
    """Scores keep to a step, and an unseen n-gram backs off to a shorter one."""
    edge, v, w, a = (symbol(number) for number in range(4))
    scores = {edge: -1.0, v: -1.0, w: -2.0, a: -1.2, edge + w: -0.1}
    model = unpack(pack(build(UNITS, scores, {edge: -3.0})))
    assert model.units == UNITS
    assert [word for word, _ in model.spell("ва")] == ["wa", "va"]
    assert model.spell("ва")[0][1] == pytest.approx(-0.1 - 1.2 - 1.0, abs=3 * spelling.STEP)
    assert model.spell("ва")[1][1] == pytest.approx(-3.0 - 1.0 - 1.2 - 1.0, abs=5 * spelling.STEP)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("аль-Мишри", "al-Mishri"),
        ("ван ден Берг", "van den Berg"),
        ("Макдональд", "McDonald"),
        ("О’Нил", "O'Neil"),
        ("Смит-Шульц", "Smith-Schultz"),
    ],
)
def test_parts_of_a_surname(russian: str, english: str) -> None:
    """Particles stay small, joints stay, and capitals are those of the Russian."""
    assert english in foreign.spellings(russian)
