"""Places that are named by hand: countries, regions, seas, and cities with their adjectives."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.entities.known.entry import Entry
from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.known.tables import Row, rows
from summarizer.entities.russian.morphology import is_known, plain, readings
from summarizer.types import Kind

# Russian unit of administration: its English name, first as TASS and Interfax write it
_UNITS = {
    "область": ("Region", "region", "Oblast", "oblast"),
    "край": ("Territory", "territory", "Krai", "Kray", "Region", "region"),  # of Russia
    "район": ("District", "district", "Raion", "region"),
    "округ": ("District", "district", "Okrug", "County"),
    "республика": ("Republic", "republic"),
}
# of names in a consonant, -а, -я: what may stand in the nominative instead
_ENDINGS = {
    "ой": ("а",), "ей": ("я",), "ом": ("",), "а": ("",), "ы": ("а",), "и": ("а", "я"),
    "е": ("а", "я", ""), "у": ("а", ""), "ю": ("я",),
}  # fmt: skip
_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+[ое]в")
_SHORTEST = 6  # shorter words have endings in common by chance: «Самое» is no Samoa

# «Краснодарский край» is Krasnodar Territory, «Оломоуцкий край» Olomouc Region
_TERRITORIES = frozenset(
    "алтайский забайкальский камчатский краснодарский красноярский пермский приморский "
    "ставропольский хабаровский читинский".split()
)


@lru_cache(maxsize=1)
def named() -> Lexicon[Entry]:
    """Places by name, regions by their full name too: «Свердловская область»."""
    lexicon: Lexicon[Entry] = Lexicon()
    for entry, names, adjectives in _entries():
        for name in names:
            lexicon.add(name, entry)
        for adjective in adjectives:
            for unit in _UNITS:
                lexicon.add(f"{adjective} {unit}", _region(entry, adjective, unit))
    return lexicon


@lru_cache(maxsize=10_000)
def find(phrase: str) -> Entry | None:
    """The place that `phrase` is a form of: «России», «Свердловской области»."""
    return None if is_surname(phrase) else named().find(phrase) or _find_by_ending(phrase)


def is_surname(word: str) -> bool:
    """«Ливанов», «Чадов», «Уралов»: to the dictionary the genitive of several Lebanons; «Штатов»,
    of what is called so, is a place."""
    if not _SURNAME.fullmatch(word):
        return False
    found = readings(word)
    is_called_so = any(named().exact(reading.nominative) for reading in found)
    return not is_called_so and all(reading.is_plural for reading in found)


def _find_by_ending(name: str) -> Entry | None:
    """The dictionary lacks Andalusia, and guesses at «Андалусие» for «Андалусии»; what stands
    before such a word («в Верхнем Ист-Сайде») is looked up in any form."""
    before, blank, word = name.rpartition(" ")
    if len(word) < _SHORTEST or not word[0].isupper() or (blank and is_known(word)):
        return None
    nominatives = (
        before + blank + word.removesuffix(ending) + own
        for ending, others in _ENDINGS.items()
        if word.endswith(ending)
        for own in others
    )
    look_up = named().find if blank else named().exact
    found = map(look_up, nominatives)
    return next((entry for entry in found if entry is not None), None)


@lru_cache(maxsize=10_000)
def find_by_adjective(word: str) -> Entry | None:
    """The place of an adjective or inhabitant: «казахстанскими», «казанский», «москвичи»."""
    # most words of a text are no such thing, and their first letters say so without morphology
    return _adjectives().find(word) if plain(word)[:3] in _adjective_starts() else None


@lru_cache(maxsize=1)
def _adjective_starts() -> frozenset[str]:
    return frozenset(plain(word)[:3] for _, _, adjectives in _entries() for word in adjectives)


@lru_cache(maxsize=1)
def _adjectives() -> Lexicon[Entry]:
    lexicon: Lexicon[Entry] = Lexicon()
    for entry, _, words in _entries():
        for word in words:
            lexicon.add(word, entry)
    return lexicon


@lru_cache(maxsize=1)
def _entries() -> tuple[tuple[Entry, tuple[str, ...], tuple[str, ...]], ...]:
    """Each place with its names and its adjectives."""
    return tuple(map(_entry, rows("places")))


def _entry(row: Row) -> tuple[Entry, tuple[str, ...], tuple[str, ...]]:
    names, adjective_words, english, english_adjectives = (*row, (), ())[:4]
    adjective = english_adjectives[0] if english_adjectives else english[0]
    accepted = (*english[1:], *english_adjectives)
    return Entry(Kind.LOC, names[0], english[0], accepted, adjective), names, adjective_words


def _region(entry: Entry, adjective: str, unit: str) -> Entry:
    base = entry.english
    is_abroad = unit == "край" and adjective not in _TERRITORIES
    units = ("Region", "region") if is_abroad else _UNITS[unit]
    english, *others = (f"{base} {word}" for word in units)
    # the base alone counts: "in Sverdlovsk and its region", "the Sverdlovsk governor"
    accepted = (*others, f"{units[0]} of {base}", base, *entry.accepted)
    return Entry(Kind.LOC, f"{_agreeing(adjective, unit)} {unit}", english, accepted)


def _agreeing(adjective: str, unit: str) -> str:
    """«свердловский» with «область» is «Свердловская»."""
    feminine = unit in ("область", "республика")
    if feminine and plain(adjective).endswith(("ий", "ый", "ой")):
        adjective = f"{adjective[:-2]}ая"
    return "-".join(part[:1].upper() + part[1:] for part in adjective.split("-"))
