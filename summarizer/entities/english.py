"""English forms: what a name is called in English-language news, and what else counts as kept."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.entities import bodies, gazetteer, given_names, people
from summarizer.entities.entry import Entry
from summarizer.entities.organisations import is_acronym, nominative, quoted, without_legal_form
from summarizer.entities.persons import Person
from summarizer.entities.romanise import NEWS, romanise
from summarizer.types import Kind, Origin


@dataclass(frozen=True, slots=True)
class English:
    """An English form with the spellings that count as the same name; "" where none is known."""

    text: str
    accepted: tuple[str, ...]
    origin: Origin
    adjective: str = ""  # of a place

    @classmethod
    def of(cls, entry: Entry) -> English:
        return cls(entry.english, entry.accepted, Origin.GAZETTEER, entry.adjective)


NOTHING = English("", (), Origin.UNKNOWN)


def person(name: Person, scheme: str = NEWS) -> English:
    """The English of a person; the surname alone, in any of its spellings, counts as kept."""
    if scheme != NEWS:
        return _transliterated(name, scheme)
    figure = people.find(f"{name.given} {name.surname}".strip())
    if figure:
        return English(
            figure.english, _unique(*figure.accepted, *figure.surnames), Origin.GAZETTEER
        )
    given, surname = _given(name.given), _surname(name.surname)
    known_surname = bool(people.find_surname(name.surname)) and not name.given
    fulls = [f"{first} {last}" for first in given or [""] for last in surname or [""]]
    text, *others = [full.strip() for full in fulls]
    origin = Origin.GAZETTEER if known_surname else Origin.ROMANISED
    return English(text, _unique(*others, *surname, but=text), origin)


def place(text: str, scheme: str = NEWS) -> English:
    entry = gazetteer.find(text) or bodies.find(text)
    if entry:
        return English.of(entry)
    spelling = romanise(nominative(text), scheme)
    return English(spelling, (), Origin.ROMANISED)


def organisation(text: str, scheme: str = NEWS) -> English:
    """The English of a body; NOTHING for a descriptive name that no table knows."""
    entry = bodies.find(text) or gazetteer.find_common(text)
    if entry:
        return English.of(entry)
    inner = quoted(text) or without_legal_form(text)
    entry = bodies.find(inner)
    if entry:
        return English.of(entry)
    if " " in inner.strip() and not quoted(text):
        return NOTHING
    if is_acronym(inner) or " " not in inner.strip():
        return English(romanise(nominative(inner), scheme), (), Origin.ROMANISED)
    return NOTHING


def form(kind: Kind, text: str, scheme: str = NEWS) -> English:
    return place(text, scheme) if kind is Kind.LOC else organisation(text, scheme)


def _given(russian: str) -> list[str]:
    spellings = [""]
    for word in russian.split():
        row = given_names.find(word)
        options = [row.english, *row.accepted] if row else [romanise(word)]
        spellings = [f"{before} {option}".strip() for before in spellings for option in options]
    return spellings if russian else []


def _surname(russian: str) -> list[str]:
    if not russian:
        return []
    known = people.find_surname(russian) or given_names.surname_spellings().find(russian) or ()
    row = given_names.find(russian)
    of_given = (row.english, *row.accepted) if row and not known else ()
    return list(_unique(*known, *of_given, *spellings(russian)))


def spellings(russian: str) -> tuple[str, ...]:
    """The news romanisation, then the other usual ones of the same name."""
    news = romanise(russian)
    other = [romanise(russian, scheme) for scheme in ("bgn_pcgn", "icao_doc_9303")]
    plain = [spelling.replace("’", "").replace("”", "") for spelling in other]
    return _unique(news, *plain)


def _transliterated(name: Person, scheme: str) -> English:
    text = romanise(f"{name.given} {name.surname}".strip(), scheme)
    surname = romanise(name.surname, scheme)
    return English(text, _unique(surname, but=text), Origin.ROMANISED)


def _unique(*items: str, but: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item and item != but))
