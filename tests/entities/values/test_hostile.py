"""Texts made to be slow or deep: a table, a code, one word a thousand times."""

from __future__ import annotations

import time

import pytest

from summarizer.entities.latin import find as find_latin
from summarizer.entities.values import compare, find_english, find_russian
from summarizer.types import Status


@pytest.mark.parametrize(
    "unit", ["1, ", "1", "123 ", "сто ", "млн ", "тысяч ", "Abc ", "1-", "А1", "two hundred and "]
)
def test_repeated_words_take_time_in_proportion(unit: str) -> None:
    """Neither an endless recursion nor an exponential pattern."""
    text = unit * 1500
    start = time.process_time()
    for find in (find_russian, find_english, find_latin):
        find(text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("text", ["http://a.ru/½", "www.a2½", "5-https://a.ru/2½", "5 и www.½"])
def test_an_address_that_ends_in_a_fraction_is_no_number(text: str) -> None:
    """It was read as one, and failed the whole article."""
    for find in (find_russian, find_english):
        assert [text[each.start : each.stop] for each in find(text)] in ([], ["5"])


def test_a_table_of_numbers_is_compared() -> None:
    """Hundreds of values in one sentence, one of them wrong."""
    numbers = list(range(1000, 1400))
    source = find_russian("; ".join(f"{number} рублей" for number in numbers))
    numbers[200] = 5
    result = compare(source, find_english("; ".join(f"{number} rubles" for number in numbers)))
    assert [i for i, status in enumerate(result.statuses) if status.is_flagged] == [200]
    assert result.statuses[200] is Status.CHANGED
    assert len(result.extra) == 1
