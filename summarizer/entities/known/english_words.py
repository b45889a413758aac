"""Every word that an English name of the tables has, to tell a name from an invention."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.entities.known.tables import rows

_TABLES = (
    "people",
    "places",
    "bodies",
    "names/surnames",
    "names/given_names",
    "names/foreign_given_names",
)
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def is_known_name(word: str) -> bool:
    """True for Donald and Ryanair, not for Loctopus."""
    return word.lower() in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    names = (name for table in _TABLES for row in rows(table) for column in row for name in column)
    latin = (name for name in names if not _CYRILLIC.search(name))
    return frozenset(word.lower() for name in latin for word in _WORD.findall(name))
