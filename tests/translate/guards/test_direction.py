"""Rises and falls that come out the other way round."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.direction import direction_suspicion

DOUBTFUL = [
    # both from the embedded model, read against the Russian
    (
        "Причиной такого падения стало резкое ослабление турецкой лиры, которая подешевела на 29%.",
        "The cause of this decline was the sharp weakening of the lira, which rose by 29%.",
        "rose",
    ),
    (
        "На экспорт отправлено 75,9 тыс. машин, что более чем на 25% уступает прошлогоднему.",
        "75.9 thousand vehicles were exported, which exceeded last year's by more than 25%.",
        "exceeded",
    ),
    ("Прибыль выросла на 40%.", "Profits fell by 40%.", "fell"),
    ("Добыча нефти снизилась на 3%.", "Oil output rose by 3%.", "rose"),
    ("Экспорт сократился более чем на 25%.", "Exports increased by over 25%.", "increased"),
    ("Доллар подорожал до 57 рублей.", "The dollar dropped to 57 rubles.", "dropped"),
    ("Сейчас рост зарплат около 10%.", "The decline of wages is around 10% now.", "decline"),
]
FINE = [
    ("Прибыль выросла на 40%.", "Profits grew by 40%."),
    ("Рост цен этой осенью станет ощутимее.", "The growth of prices will be felt this fall."),
    ("Лира подешевела на 29%.", "The lira lost 29% of its value."),
    ("Рубль упал, доллар вырос.", "The rouble fell and the dollar rose."),
    ("Темпы роста замедлились.", "Growth has slowed, falling to 2%."),
    ("Пенсионный возраст не менялся.", "The retirement age has been reduced in no country."),
    ("Экспорт сократился более чем на 25%.", "Exports fell by more than 25%."),
    ("Его хирургия снизила риски.", "His surgery lowered the risks."),
    ("Власть упала в его руки.", "Power fell into his hands."),
    ("Министр приехал.", "The minister arrived."),
]


@pytest.mark.parametrize(("source", "target", "word"), DOUBTFUL)
def test_a_movement_turned_round_is_doubted(source: str, target: str, word: str) -> None:
    """It keeps every name and number, and says the opposite."""
    assert f"“{word}”" in direction_suspicion(source, target)


@pytest.mark.parametrize(("source", "target"), FINE)
def test_what_moves_the_same_way_is_not(source: str, target: str) -> None:
    """Nor what moves nothing, or both ways."""
    assert direction_suspicion(source, target) == ""
