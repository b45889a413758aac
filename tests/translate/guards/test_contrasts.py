"""A word does not become another of its kind."""

from __future__ import annotations

import pytest

from summarizer.entities.known.tables import rows
from summarizer.translate.guards.contrasts import contrast_suspicion

DOUBTED = [
    ("Племянник долгожителя сказал это.", "The centenarian's son said this.", "son"),
    ("Двойню футболисту родила мать.", "She gave birth to a double tennis player.", "tennis"),
    ("Он купил пять бутылок водки.", "He bought five bottles of water.", "water"),
    ("Они поссорились в загсе.", "They quarrelled at the church.", "church"),
    ("Автобус сбил четырёх человек.", "The bus killed four people.", "killed"),
    ("Медики утверждают это.", "Doctors confirm this.", "confirm"),
    ("Суд пройдёт в четверг.", "The trial will be held on Friday.", "Friday"),
    ("Это случилось в июле.", "It happened in June.", "June"),
    ("Она завоевала серебро.", "She won the gold.", "gold"),
    ("Сторонники экс-президента вышли.", "Opponents of the ex-president came.", "Opponents"),
    ("Самолёт упал в море.", "The helicopter fell into the sea.", "helicopter"),
]
TRUSTED = [
    ("Племянник сказал это.", "His nephew said this."),
    ("Футболист забил.", "The player scored."),  # nothing of another kind
    ("Дети и племянник уехали.", "The son and the others left."),  # a son may be a child
    ("Он пил воду и водку.", "He drank vodka and water."),
    ("Четверо ранены, двое погибли.", "Four were hurt and two killed."),
    ("Автобус сбил четырёх человек.", "Four people were hit by the bus."),
    ("Медики утверждают это.", "Doctors say this is confirmed."),  # kept, and more
    ("Суд пройдёт в четверг, а не в пятницу.", "The trial is on Friday."),  # lost, not exchanged
    ("В среду обитания волка.", "Into the wolf's environment on Monday."),
]


@pytest.mark.parametrize(("source", "target", "other"), DOUBTED)
def test_exchanged(source: str, target: str, other: str) -> None:
    assert f"“{other}”" in contrast_suspicion(source, target)


@pytest.mark.parametrize(("source", "target"), TRUSTED)
def test_kept_or_of_no_other_kind(source: str, target: str) -> None:
    assert contrast_suspicion(source, target) == ""


def test_the_reason_names_the_whole_word() -> None:
    assert contrast_suspicion("Из вертолётов вышли.", "They left the planes.").endswith(
        "for «вертолетов»"
    )


def test_rows_are_well_formed() -> None:
    """Each kind has two members at least, and Russian beginnings of three letters or more."""
    found = list(rows("contrasts"))
    kinds = [row[0] for row in found]
    assert all(kinds.count(kind) > 1 for kind in kinds)
    assert all(len(word.rstrip(".")) >= 3 for row in found for word in row[1])
    assert all(3 <= len(row) <= 5 and row[2] for row in found)
