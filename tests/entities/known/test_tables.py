"""The hand-written tables are well-formed, so that anyone may add a line."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain

PLACES = ("countries", "regions", "lands", "nature", "sights", "cities")
TWO_COLUMNS = ("bodies", "people", "given_names", "foreign_given_names", "surnames", "capitalised")
LATIN = re.compile(r"[^\u0400-\u04ff]+")


@pytest.mark.parametrize("name", PLACES)
def test_place_rows(name: str) -> None:
    """Russian names, Russian adjectives, English names and perhaps English adjectives."""
    for row in rows(name):
        assert len(row) in (3, 4), row
        assert row[0], row
        assert row[2], row
        assert all(LATIN.fullmatch(form) for form in row[2] + (row[3] if len(row) > 3 else ())), row
        assert all(word == word.lower() for word in row[1]), row


@pytest.mark.parametrize("name", TWO_COLUMNS)
def test_two_column_rows(name: str) -> None:
    """Russian names and English names, no Cyrillic letter among the English."""
    for row in rows(name):
        assert len(row) == 2, row
        assert row[0], row
        assert row[1], row
        assert all(LATIN.fullmatch(form) for form in row[1]), row


@pytest.mark.parametrize("name", ["people", "surnames", "given_names", "foreign_given_names"])
def test_one_row_a_name(name: str) -> None:
    """A second row for a name would never be read."""
    counted = Counter(plain(row[0][0]) for row in rows(name))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", ["bodies", *PLACES])
def test_one_row_a_body_or_place(name: str) -> None:
    """Two rows with one Russian name: the second would never be read."""
    counted = Counter(plain(russian) for row in rows(name) for russian in set(row[0]))
    assert [key for key, count in counted.items() if count > 1] == []


def test_figures_end_with_their_surname() -> None:
    """The surname alone is looked up: a variant without it would count as kept wrongly."""
    assert all(len(row[0]) == 1 for row in rows("people"))
