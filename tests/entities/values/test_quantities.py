"""A number that is told to be no date by the next word is one that no reader of dates wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from types import ModuleType

import pytest

from summarizer.entities.values import (
    Found,
    english_dates,
    english_words,
    find_english,
    find_russian,
    russian_dates,
    russian_words,
    units,
)

NUMBERS = ("0", "9", "30", "95", "2014")
SIGNS = """ . , : ; / ' ’ - – — ( ) % ° + № "1" "11" "15" "1995" "2014 """.replace('"', "").split()
RUSSIAN = "{n} {w}|в {n} {w} вечера|с {n} {w} 7 марта 2015 г.|до {n}{w}5 часов|{n} {w} в. и {n}-{w}"
ENGLISH = (
    "{n} {w}|at {n} {w} past 7|from {n} {w} 7 March 2015|to {n}{w}5 p.m.|{n} {w}'clock {n}-{w}"
)


def words_of(tables: ModuleType, *more: str) -> Iterator[str]:
    """Every word of the tables of a language."""
    for name, table in vars(tables).items():
        if isinstance(table, (dict, frozenset, set)) and not name.startswith("__"):
            yield from (word for word in table if isinstance(word, str))
    yield from (*SIGNS, *more)


@pytest.mark.parametrize(
    ("dates", "find", "tables", "patterns", "nouns"),
    [
        (russian_dates, find_russian, russian_words, RUSSIAN, units.RUSSIAN_UNITS),
        (english_dates, find_english, english_words, ENGLISH, units.ENGLISH_UNITS),
    ],
    ids=["Russian", "English"],
)
def test_what_is_passed_over_is_no_date(
    dates: ModuleType,
    find: Callable[[str], list[Found]],
    tables: ModuleType,
    patterns: str,
    nouns: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before every word that the tables have; what stands around the two takes turns."""
    words = sorted({*words_of(tables, "домов", "houses"), *nouns})
    texts = [
        pattern.format(n=number, w=word)
        for word, pattern in zip(words, cycle(patterns.split("|")), strict=False)
        for number in NUMBERS
    ]
    quick = [find(text) for text in texts]
    monkeypatch.setattr(dates, "_is_quantity", lambda tokens, index: False)
    slow = ((text, find(text)) for text in texts)
    assert not [text for found, (text, wanted) in zip(quick, slow, strict=True) if found != wanted]
