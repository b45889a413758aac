"""Words of one meaning are told to the model, in the form that the Russian has."""

from __future__ import annotations

import pytest

from summarizer.entities.known.tables import rows
from summarizer.translate.glosses import find_glosses

FOUND = [
    ("Собака нашла гашиш в её рюкзаке.", [("рюкзаке", "backpack")]),
    ("Он отпустил горничную.", [("горничную", "maid")]),
    ("Племянники приехали.", [("Племянники", "nephews")]),
    ("Они вошли через чёрный ход.", [("чёрный ход", "back door")]),
    ("Его лёгочная инфекция прошла.", [("лёгочная инфекция", "lung infection")]),
    ("Она почтила память погибших.", [("почтила память", "honored the memory of")]),
    ("Его решено казнить.", [("казнить", "execute")]),
    ("Их казнили.", [("казнили", "executed")]),
    ("Он усугубляет дело.", [("усугубляет", "aggravates")]),
    ("Они усугубляют дело.", [("усугубляют", "aggravate")]),
    ("Он усугубит дело.", [("усугубит", "will aggravate")]),
    ("Он будет похищен.", [("похищен", "kidnapped")]),
    ("Его нашли без чувств на могиле.", [("без чувств", "unconscious"), ("могиле", "grave")]),
    ("Клетчатую ткань нашли.", [("Клетчатую", "checkered")]),
    ("Его взяли под стражу.", [("взяли под стражу", "took into custody")]),
    ("Он взят под стражу.", [("взят под стражу", "taken into custody")]),
    ("Был вынесен приговор.", [("вынесен приговор", "verdict handed down")]),
    ("Он попал в плен.", [("попал в плен", "was captured")]),
    ("Они попали в плен.", [("попали в плен", "were captured")]),
    ("Он попадает в аварию.", [("попадает в аварию", "is in an accident")]),
    ("Они попадают в аварию.", [("попадают в аварию", "are in an accident")]),
    ("Ждали скорого поезда.", [("скорого поезда", "express train")]),
    # a row in the plural has its plural in English
    ("Помогли молодым людям.", [("молодым людям", "young people")]),
    ("О прыжках в длину.", [("прыжках в длину", "long jump")]),
    ("Соответствует критериям.", [("критериям", "criteria")]),
    ("Автобусы ушли.", [("Автобусы", "buses")]),
    ("Заброшенная деревня.", [("Заброшенная", "abandoned")]),
    ("Смертельно больные ушли.", [("Смертельно больные", "terminally ill")]),
    ("Я дежурю.", [("дежурю", "am on duty")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found_with_their_english(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[gloss.start : gloss.stop], gloss.english) for gloss in find_glosses(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Сказал Дмитрий Ломов.",
        "Об этом знает Рак, Весы и Близнецы.",  # a name inside a sentence, not the illness
        "Похитив его, они ушли.",  # what is done meanwhile has no one English
        "Казните его!",
        "О беднейших.",  # the poorest
        "",
    ],
)
def test_not_found(text: str) -> None:
    assert list(find_glosses(text)) == []


def test_punctuation_ends_a_phrase() -> None:
    found = [gloss.english for gloss in find_glosses("Он любил чёрный, ход был его.")]
    assert "back door" not in found


@pytest.mark.parametrize("table", ["nouns", "adjectives", "verbs", "phrases"])
def test_rows_are_well_formed(table: str) -> None:
    """One English, or a verb's three forms; no Russian stands in two rows."""
    found = list(rows(f"glosses/{table}"))
    names = [name.lower().replace("ё", "е") for row in found for name in row[0]]
    assert len(names) == len(set(names))
    assert all(len(row) in ((2, 4) if table == "verbs" else (2,)) for row in found)
    assert all(len(column) == 1 for row in found for column in row[1:])
