"""Organisations that are named by hand: `tables/bodies.txt`."""

from __future__ import annotations

from functools import lru_cache

from summarizer.entities.entry import Entry
from summarizer.entities.lexicon import Lexicon
from summarizer.entities.organisations import acronym_stem, without_legal_form
from summarizer.entities.tables import rows
from summarizer.types import Kind


@lru_cache(maxsize=1)
def named() -> Lexicon[Entry]:
    lexicon: Lexicon[Entry] = Lexicon()
    for names, (english, *accepted) in rows("bodies"):
        entry = Entry(Kind.ORG, names[0], english, tuple(accepted))
        for name in names:
            lexicon.add(name, entry)
    return lexicon


@lru_cache(maxsize=10_000)
def find(phrase: str) -> Entry | None:
    """The body that `phrase` is a form of: «Министерством обороны», «ОАО «КАМАЗ»», «ФСБ»."""
    bare = without_legal_form(phrase)
    return named().find(phrase) or named().find(bare) or named().find(acronym_stem(bare))
