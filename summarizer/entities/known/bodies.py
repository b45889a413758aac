"""Organisations that are named by hand: `tables/bodies`."""

from __future__ import annotations

from functools import lru_cache

from summarizer.entities.known.entry import Entry
from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain, readings
from summarizer.entities.russian.organisations import acronym_stem, without_legal_form
from summarizer.types import Kind

_SHOUTED = 5  # a longer word in capitals may be one of a headline, in any case


@lru_cache(maxsize=1)
def named() -> Lexicon[Entry]:
    lexicon: Lexicon[Entry] = Lexicon()
    for names, (english, *accepted) in rows("bodies"):
        entry = Entry(Kind.ORG, names[0], english, tuple(accepted))
        for name in names:
            lexicon.add(name, entry)
    return lexicon


@lru_cache(maxsize=1)
def _acronyms() -> frozenset[str]:
    names = (name for names, _ in rows("bodies") for name in names)
    return frozenset(plain(name) for name in names if name.isupper() and len(name) < _SHOUTED)


@lru_cache(maxsize=10_000)
def find(phrase: str) -> Entry | None:
    """The body that `phrase` is a form of: «Министерством обороны», «ОАО «КАМАЗ»», «ФСБ»."""
    bare = without_legal_form(phrase)
    if bare.isupper() and len(bare) < _SHOUTED and named().exact(bare) is None:
        return None  # «ДУМ», a Muslim board, is no form of «Дума»
    if plain(bare) in _acronyms() and bare.istitle() and _is_word(bare):
        return None  # nor is «Мак» the aviation committee МАК
    return named().find(phrase) or named().find(bare) or named().find(acronym_stem(bare))


def _is_word(text: str) -> bool:
    """A noun besides: «мак», but not «Нато»."""
    return any(
        reading.is_known and reading.pos == "NOUN" and not reading.tags & {"Abbr", "Orgn"}
        for reading in readings(text)
    )
