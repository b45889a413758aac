"""Tables that are looked up in any inflected form."""

from __future__ import annotations

import pytest

from summarizer.entities.known.lexicon import Lexicon


@pytest.fixture
def lexicon() -> Lexicon[str]:
    table: Lexicon[str] = Lexicon()
    table.add("Министерство обороны Казахстана", "ministry")
    table.add("Министерство обороны", "any ministry")
    table.add("Нижний Новгород", "city")
    table.add("Орёл", "Oryol")
    return table


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("Министерства обороны Казахстана", "ministry"),
        ("МИНИСТЕРСТВОМ ОБОРОНЫ", "any ministry"),
        ("Нижнем Новгороде", "city"),
        ("Орле", "Oryol"),
        ("Орел", "Oryol"),
        ("Министерство", None),
        ("Новгород", None),
        ("", None),
    ],
)
def test_find_any_case(lexicon: Lexicon[str], phrase: str, value: str | None) -> None:
    """The user and the tables write the nominative, the article any case."""
    assert lexicon.find(phrase) == value


def test_exact_minds_neither_letter_size_nor_ё(lexicon: Lexicon[str]) -> None:
    """But it knows no other case."""
    assert lexicon.exact("ОРЕЛ") == lexicon.exact("орёл") == "Oryol"
    assert lexicon.exact("Нижнем Новгороде") is None


def test_longest_takes_the_longer_entry(lexicon: Lexicon[str]) -> None:
    """«Министерства обороны Казахстана» is not «Министерство обороны» and a country."""
    words = "Министерства обороны Казахстана сообщили".split()
    assert lexicon.longest(words) == (3, "ministry")
    assert lexicon.longest(["Министерства", "обороны", "России"]) == (2, "any ministry")
    assert lexicon.longest(["сообщили"]) is None


def test_the_first_entry_of_a_phrase_stands(lexicon: Lexicon[str]) -> None:
    """Adding a name again changes nothing: tables are read in order of trust."""
    lexicon.add("Орёл", "eagle")
    assert lexicon.find("Орёл") == "Oryol"
    assert len(lexicon) == 4


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("Министерством", True),
        ("нижнем", True),
        ("Орла", True),
        ("обороны", False),
        ("2014", False),
    ],
)
def test_a_word_that_opens_an_entry_in_any_case(
    lexicon: Lexicon[str], word: str, opens: bool
) -> None:
    """Asked before an entry is looked for, so a form that it denies would be lost."""
    assert lexicon.may_open(word) is opens
