"""Dozens are no hundreds, and the worst is not the best."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.magnitude import magnitude_suspicion

DOUBTED = [
    ("Десятки человек пропали без вести.", "Hundreds of people are missing.", "another"),
    ("На площадь вышли сотни людей.", "Thousands of people came to the square.", "another"),
    ("Ущерб — миллионы рублей.", "The damage runs into billions of roubles.", "another"),
    ("Сотни домов остались без света.", "The houses were left without power.", "not in it"),
    ("В городе тысячи беженцев.", "There are refugees in the city.", "not in it"),
    ("Права соблюдаются хуже всего.", "Rights enjoy the best protection.", "opposite"),
    ("Это лучший результат сезона.", "This is the worst result of the season.", "opposite"),
]
TRUSTED = [
    ("Десятки человек пропали без вести.", "Dozens of people are missing."),
    ("Десятки человек пропали без вести.", "Scores of people are missing."),
    ("На площадь вышли сотни людей.", "Hundreds of people came to the square."),
    ("Сотни тысяч людей.", "Hundreds of thousands of people."),
    ("Десятки тысяч людей.", "Tens of thousands of people."),
    ("Пять тысяч человек.", "Five people."),  # a number: another check's
    ("Около тысячи мужчин собрались.", "About 1,000 men gathered."),
    ("В последние десятилетия их сотни.", "In recent decades there were hundreds."),
    ("Хуже всего пришлось лучшим.", "The best had the worst of it."),
    ("Он сыграл лучше всех.", "He played better than anyone in the worst of weathers."),
    ("Он спал.", "Hundreds slept."),  # from nowhere: not said of sizes
]


@pytest.mark.parametrize(("source", "target", "reason"), DOUBTED)
def test_another_size_or_degree(source: str, target: str, reason: str) -> None:
    assert reason in magnitude_suspicion(source, target)


@pytest.mark.parametrize(("source", "target"), TRUSTED)
def test_the_same(source: str, target: str) -> None:
    assert magnitude_suspicion(source, target) == ""
