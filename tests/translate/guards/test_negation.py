"""Negations that appear, disappear or double."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.negation import negation_suspicion

DOUBTFUL = [
    (
        "Четвертая прививка от коронавируса неизбежна",
        "Fourth coronavirus vaccine not inevitable",
        "opposite",
    ),
    ("Министр поддержал законопроект", "The minister did not support the bill", "has not"),
    ("Министр не поддержал законопроект", "The minister supported the bill", "«не»"),
    ("Он никогда там работал", "He worked there", "«никогда»"),
    ("Дождь не помешал параду", "The rain hampered the parade", "«не»"),
    ("Ничего он сказал", "He said so", "«Ничего»"),
]
FINE = [
    ("Министр не поддержал законопроект", "The minister did not support the bill"),
    ("Министр не поддержал законопроект", "The minister refused to support the bill"),
    ("Тем не менее он приехал", "Nonetheless, he came"),
    ("Чуть ли не четверть подростков", "Almost a fourth of teenagers"),
    ("Библиотека № 4 открыта", "Library No. 4 is open"),
    ("Он молчит", "He says nothing"),
    ("Такие землетрясения там не редкость", "Such earthquakes are not uncommon there"),
    ("Лидер не единожды критиковала власти", "The leader repeatedly criticized the authorities"),
    ("Внимания ей достанется не меньше", "She will get as much attention"),
    ("Это невозможно", "This is not possible"),
    ("Мир не невозможен", "Peace is not impossible"),
    ("Министр приехал", "The minister arrived"),
    ("Вышел сингл «I Can’t Resist»", "The single “I Can’t Resist” came out"),
    ("Компания не участвовала в показе", "The company was not involved in the display"),
    ("Чаще всего этого достаточно", "More often than not, this is enough"),
    ("Вскоре после аварии он уехал", "Not long after the crash he left"),
    ("Потом номер Буша", "Then, Busch's No."),
    ("Это простая закусочная", "It is a no-frills lunch counter"),
    ("Орехов бы тут не помешало", "Some walnuts would help"),
    ("Ничего себе!", "Wow!"),
]


@pytest.mark.parametrize(("source", "target", "reason"), DOUBTFUL)
def test_a_changed_negation_is_doubted(source: str, target: str, reason: str) -> None:
    """A sentence that says the opposite reads as well as one that is right."""
    assert reason in negation_suspicion(source, target)


@pytest.mark.parametrize(("source", "target"), FINE)
def test_what_people_write_is_not(source: str, target: str) -> None:
    """Negations move into other words."""
    assert negation_suspicion(source, target) == ""
