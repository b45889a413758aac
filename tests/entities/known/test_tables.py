"""The hand-written tables are well-formed, so that anyone may add a line."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from summarizer.entities.known import gazetteer
from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain

TWO_COLUMNS = (
    "bodies",
    "people",
    "terms",
    "names/given_names",
    "names/foreign_given_names",
    "names/surnames",
    "names/rulers",
    "capitalised",
)
ONE_NAME_A_ROW = TWO_COLUMNS[1:2] + TWO_COLUMNS[3:7]
LATIN = re.compile(r"[^\u0400-\u04ff]+")


def test_place_rows() -> None:
    """Russian names, Russian adjectives, English names and perhaps English adjectives."""
    for row in rows("places"):
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


@pytest.mark.parametrize("name", ONE_NAME_A_ROW)
def test_one_row_a_name(name: str) -> None:
    """A second row for a name, in any file of a folder, would never be read."""
    assert all(len(row[0]) == 1 for row in rows(name))
    counted = Counter(plain(row[0][0].removeprefix("~ ")) for row in rows(name))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", ["bodies", "places", "terms"])
def test_one_row_a_body_place_or_term(name: str) -> None:
    """Two rows with one Russian name: the second would never be read."""
    counted = Counter(plain(russian) for row in rows(name) for russian in set(row[0]))
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_table_is_a_file_or_a_folder_of_files() -> None:
    """Whoever adds a file by theme has nothing else to do."""
    (surname,) = [row for row in rows("names/surnames") if row[0] == ("Черчилль",)]
    assert surname[1] == ("Churchill",)
    people = {row[0][0] for row in rows("people")}
    assert {"Тереза Мэй", "Ангела Меркель"} <= people


def test_no_place_is_a_form_of_a_better_known_one() -> None:
    """«Туле», Thule, is Tula in «завод в Туле»: whole names are looked up before inflected ones."""
    for russian, english in (("Туле", "Tula"), ("Дейтона", "Dayton"), ("Каннам", "Cannes")):
        entry = gazetteer.find(russian)
        assert entry is not None
        assert entry.english == english
