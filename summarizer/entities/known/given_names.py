"""Given names and their usual English forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain, readings


@dataclass(frozen=True, slots=True)
class GivenName:
    name: str  # Russian nominative
    english: str
    accepted: tuple[str, ...]
    is_foreign: bool


@lru_cache(maxsize=1)
def _table() -> dict[str, GivenName]:
    table: dict[str, GivenName] = {}
    for source, is_foreign in (("names/given_names", False), ("names/foreign_given_names", True)):
        for (name,), (english, *accepted) in rows(source):
            row = GivenName(name, english, tuple(accepted), is_foreign)
            table.setdefault(plain(name), row)
    return table


def find(nominative: str) -> GivenName | None:
    """The table's row for a given name in the nominative."""
    return _table().get(plain(nominative))


@lru_cache(maxsize=10_000)
def is_given(word: str) -> bool:
    """May the word, in any case, be a given name that the table or the dictionary knows?"""
    return plain(word) in _table() or any(
        "Name" in reading.tags and reading.is_known and not reading.is_plural
        for reading in readings(word)
    )


def foreign_surname(nominative: str) -> tuple[str, ...]:
    """The own spellings of a foreign surname, likeliest first, or ()."""
    return _surnames().get(plain(nominative), ())


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    return {plain(name): spellings for (name,), spellings in rows("names/surnames")}
