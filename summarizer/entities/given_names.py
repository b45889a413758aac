"""Given names and their usual English forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.lexicon import Lexicon
from summarizer.entities.morphology import plain, readings
from summarizer.entities.tables import rows


@dataclass(frozen=True, slots=True)
class GivenName:
    name: str  # Russian nominative
    english: str
    accepted: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, GivenName]:
    table: dict[str, GivenName] = {}
    for (name,), (english, *accepted) in rows("given_names"):
        table.setdefault(plain(name), GivenName(name, english, tuple(accepted)))
    return table


def find(nominative: str) -> GivenName | None:
    """The table's row for a given name in the nominative."""
    return _table().get(plain(nominative))


def is_given(word: str) -> bool:
    """May the word, in any case, be a given name that the table or the dictionary knows?"""
    return plain(word) in _table() or any(
        "Name" in reading.tags and reading.is_known for reading in readings(word)
    )


def surname_spellings() -> Lexicon[tuple[str, ...]]:
    """Foreign surnames in their own spelling, by the Russian nominative."""
    return _surnames()


@lru_cache(maxsize=1)
def _surnames() -> Lexicon[tuple[str, ...]]:
    lexicon: Lexicon[tuple[str, ...]] = Lexicon()
    for (name,), spellings in rows("surnames"):
        lexicon.add(name, spellings)
    return lexicon
