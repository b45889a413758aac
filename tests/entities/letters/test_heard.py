"""English spellings that a Russian word may be by ear, and those that it is not."""

from __future__ import annotations

import pytest

from summarizer.entities.letters.heard import hear, is_heard
from summarizer.types import Span

SAME = [
    ("Уэлш", "Walsh"),
    ("Чэпел", "Chapel"),
    ("Илс", "Eales"),
    ("Хоген", "Hogan"),
    ("Джастис", "Justice"),
    ("Тернбулл", "Turnbull"),
    ("Лимбо", "Limbaugh"),
    ("Марбо", "Marbaugh"),
    ("Гильменд", "Helmand"),
    ("Кэшерис", "Cacheris"),
    ("Шнейдерман", "Schneiderman"),
    ("Доузи", "Dawsey"),
    ("Оноре", "Honoré"),
    ("Ким", "Kim"),
]
DIFFERENT = [
    ("Минниханов", "Minin"),
    ("Минниханов", "Mannheim"),
    ("Тихомиров", "Tikhonov"),
    ("Зарипов", "Zakirov"),
    ("Зарипов", "Sharipov"),
    ("Иванов", "Ivashov"),
    ("Петров", "Pavlov"),
    ("Трамп", "Tripp"),
    ("Путин", "Patten"),
    ("Казань", "Kazakhstan"),
    ("Ли", "Le"),
]


@pytest.mark.parametrize(("russian", "latin"), SAME)
def test_a_name_is_heard_in_its_own_spelling(russian: str, latin: str) -> None:
    """No rule leads from the Russian to it, but every letter of the two can be paired."""
    assert is_heard(russian, latin)


@pytest.mark.parametrize(("russian", "latin"), DIFFERENT)
def test_another_name_is_not_heard(russian: str, latin: str) -> None:
    """A person for another is the error that must be found."""
    assert not is_heard(russian, latin)


@pytest.mark.parametrize(
    ("russian", "text", "found"),
    [
        ("Фаизом Сараджем", "Tripoli's Fayez Sarraj", "Fayez Sarraj"),
        ("Хоген", "Hogan isn't the first", "Hogan"),
        ("Илсу", "losing out to Paul Eales.", "Eales"),
        ("Род-Айленд", "in Rhode Island", "Rhode Island"),
        ("Дж. Хоген", "a letter by J. Hogan", "J. Hogan"),
    ],
)
def test_words_with_a_capital_are_heard(russian: str, text: str, found: str) -> None:
    """Also at the start of a sentence, and with the case ending that only Russian has."""
    span = hear(russian, text, inflected=True)
    assert span is not None
    assert text[span.start : span.stop] == found


@pytest.mark.parametrize("text", ["a hogan is a house of the Navajo", "Rhode — Island"])
def test_what_is_no_name_or_two_is_not_heard(text: str) -> None:
    """A name has its capital, and a dash parts two."""
    assert hear("Хоген", text) is None
    assert hear("Род-Айленд", text) is None


def test_what_another_name_has_taken_is_not_heard_again() -> None:
    """Two persons are not found in one word."""
    assert hear("Хоген", "Hogan spoke", [Span(0, 5)]) is None
