"""English forms: what a name is called in English-language news, and what else counts as kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.entities.english_text.generations import (
    accepted_forms,
    with_generation,
    without_suffix,
)
from summarizer.entities.known import bodies, gazetteer, given_names, people
from summarizer.entities.known.entry import Entry
from summarizer.entities.known.tables import rows
from summarizer.entities.letters import chinese
from summarizer.entities.letters.romanise import NEWS, romanise
from summarizer.entities.naming import compounds, courts, foreign, origins
from summarizer.entities.naming.composition import compose, is_descriptive, on_a_side
from summarizer.entities.russian.declension import surname_forms
from summarizer.entities.russian.morphology import is_known, plain
from summarizer.entities.russian.organisations import (
    acronym_stem,
    is_acronym,
    nominative,
    quoted,
    without_legal_form,
)
from summarizer.entities.russian.persons import Person
from summarizer.types import Kind, Origin


@dataclass(frozen=True, slots=True)
class English:
    """An English form with the spellings that count as the same name; "" where none is known."""

    text: str
    accepted: tuple[str, ...]
    origin: Origin
    adjective: str = ""  # of a place
    given: str = ""  # of a person
    surname: str = ""

    @classmethod
    def of(cls, entry: Entry) -> English:
        return cls(entry.english, entry.accepted, Origin.GAZETTEER, entry.adjective)


_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎў]")
_MOST_SPELLINGS = 40  # of given name and surname together

# «Минсельводхоз», «Госжилинспекция», «Мособлдума»: English translates them piece by piece
_SYLLABIC = re.compile(r"(?:Мин|Гос|Глав|Обл|Гор|Рай|Край|Мосгор|Мособл|Лен(?:обл)?)[а-яё]{4,}")

NOTHING = English("", (), Origin.UNKNOWN)


@lru_cache(maxsize=5_000)
def person(name: Person, scheme: str = NEWS) -> English:
    """The English of a person; the surname alone, in any of its spellings, counts as kept."""
    if name.generation:
        return _of_generation(name, scheme)
    if scheme != NEWS:
        return _transliterated(name, scheme)
    if not _CYRILLIC.search(name.name):
        return English(name.name, _unique(name.surname, but=name.name), Origin.COPIED)
    if figure := _figure(name):
        return _of_figure(figure)
    if name.surname.isascii() and (ruler := _ruler(name)):
        return ruler
    if chinese_name := _chinese(name):
        return chinese_name
    given, surname = _given(name), _surname(name)
    if name.patronymic and not name.surname:
        # «Владимир Владимирович»: the given name alone counts as kept
        surname = spellings(name.patronymic)
    fulls = [f"{first} {last}".strip() for first in given or [""] for last in surname or [""]]
    text, *others = fulls
    lone = surname if name.surname else given
    return English(
        text,
        _unique(*others[:_MOST_SPELLINGS], *lone, but=text),
        _origin(name),
        given=given[0] if given else "",
        surname=surname[0] if surname else "",
    )


def _of_generation(name: Person, scheme: str) -> English:
    """«Дональд Трамп-младший»: neither his name nor his surname alone counts as kept."""
    figure = people.find(name.whole) or people.find(f"{name.name} {name.generation}")
    if figure and scheme == NEWS:
        english, bare = figure.english, without_suffix(figure.english)
        spelt = accepted_forms((bare, bare.split()[-1]), name.generation)
        accepted = (*figure.accepted, *spelt)
        return English(english, _unique(*accepted, but=english), Origin.GAZETTEER, surname=english)
    plain_form = person(replace(name, generation=""), scheme)
    surname = plain_form.surname or plain_form.text
    others = accepted_forms((plain_form.text, surname, *plain_form.accepted), name.generation)
    return replace(
        plain_form,
        text=(text := with_generation(plain_form.text, name.generation)),
        accepted=_unique(*others, but=text),
        surname=with_generation(surname, name.generation),
    )


def _origin(name: Person) -> Origin:
    """A guess where a part of a foreigner's name is in no table, and its Russian may stand for
    several spellings: «Уортман» for Wortman, Worthman and Wartman."""
    if not name.given and people.find_surname(name.surname):
        return Origin.GAZETTEER
    if origins.is_native(name):
        return Origin.ROMANISED
    unlisted = [word for word in name.given.split() if not given_names.find(word)]
    unlisted += [] if _listed_surname(name) else name.surname.split()
    is_guess = any(len(foreign.spellings(word)) > 1 for word in unlisted)
    return Origin.GUESSED if is_guess else Origin.ROMANISED


def _figure(name: Person) -> people.Figure | None:
    wholes = (name.name, f"{name.given} {name.surname}".strip())
    first = f"{name.given.split(' ')[0]} {name.surname}"
    return next((figure for whole in (*wholes, first) if (figure := people.find(whole))), None)


def _of_figure(figure: people.Figure) -> English:
    words = figure.english.split()
    return English(
        figure.english,
        _unique(*figure.accepted, *figure.surnames, but=figure.english),
        Origin.GAZETTEER,
        given=" ".join(words[1:]) if figure.is_family_first else words[0],
        surname=figure.surnames[0] if figure.surnames else figure.english,
    )


def _ruler(name: Person) -> English | None:
    """«Людовик XIV» is Louis XIV; the numeral is no name, and is not spelt as one."""
    row = _rulers().get(plain(name.given))
    given = row or _given(name)
    if not given or not name.surname:
        return None
    text, *others = (f"{first} {name.surname}" for first in given)
    origin = Origin.GAZETTEER if row else Origin.ROMANISED
    return English(text, _unique(*others, *given), origin, given=given[0], surname=text)


@lru_cache(maxsize=1)
def _rulers() -> dict[str, tuple[str, ...]]:
    return {plain(name): english for (name,), english in rows("names/rulers")}


def _chinese(name: Person) -> English | None:
    """Surname first in both languages: «Чжан Яосян», Zhang Yaoxiang; Zhang alone is the person."""
    if not (name.given and name.surname and chinese.is_surname(name.given)):
        return None
    parts = [chinese.pinyin(word) for word in name.name.split()]
    if not all(parts):
        return None
    text = f"{parts[0]} {''.join(parts[1:]).capitalize()}"
    accepted = _unique(" ".join(parts), *parts, but=text)
    return English(text, accepted, Origin.ROMANISED, given=parts[0], surname=text.split()[-1])


def place(text: str, scheme: str = NEWS) -> English:
    entry = gazetteer.find(text) or bodies.find(text)
    if entry:
        return English.of(entry)
    composed = _composed(text) if scheme == NEWS else ()
    if composed:
        return English(composed[0], composed[1:], Origin.ROMANISED)
    return NOTHING if _says_nothing(text) else _spelt_place(nominative(text), scheme)


def _composed(text: str) -> tuple[str, ...]:
    return on_a_side(text) or compose(text) or compounds.spellings(text)


def organisation(text: str, scheme: str = NEWS) -> English:
    """The English of a body; NOTHING for a descriptive name that no table knows."""
    inner = quoted(text) or without_legal_form(text)
    entry = bodies.find(text) or gazetteer.find_common(text) or bodies.find(inner)
    if entry:
        return English.of(entry)
    if not _CYRILLIC.search(text):
        return English(inner, (), Origin.COPIED)
    is_named = quoted(text) or inner != text.strip()
    if court := courts.spellings(inner) if scheme == NEWS else ():
        return English(court[0], court[1:], Origin.ROMANISED)
    words = inner.split()
    if len(words) > 1 and not (is_named and len(words) < 3):
        return NOTHING
    if not is_named and (_says_nothing(inner) or _is_syllabic(inner)):
        return NOTHING
    if own := _own_surname(inner):
        return English(own[0], own[1:], Origin.GAZETTEER)
    if joined := compounds.spellings(inner) if scheme == NEWS else ():
        return English(joined[0], joined[1:], Origin.ROMANISED)
    return _spelt(nominative(inner), scheme)


def _own_surname(word: str) -> tuple[str, ...]:
    """A body called by a person's name: «Вагнер», «Институт Пушкина»."""
    forms = [nominative(word)]
    if word.isalpha():
        forms += [form.nominative for form in surname_forms(word)]
    spelt = (given_names.foreign_surname(each) or people.find_surname(each) for each in forms)
    return next(filter(None, spelt), ())


def _says_nothing(name: str) -> bool:
    """Ordinary words, or an acronym that English is likely to translate: no spelling is sure."""
    if is_acronym(name):
        return not _is_pronounceable(acronym_stem(name))
    return is_descriptive(name)


def _is_syllabic(name: str) -> bool:
    return bool(_SYLLABIC.fullmatch(name)) and not is_known(name)


def _is_pronounceable(acronym: str) -> bool:
    """КАМАЗ and ДОСААФ keep their letters in English; МФТИ and ЧВК are mostly translated."""
    vowels = sum(letter in "АЕЁИОУЫЭЮЯ" for letter in acronym)
    return len(acronym) > 3 and vowels * 3 >= len(acronym)


def _spelt(russian: str, scheme: str) -> English:
    text = romanise(russian, scheme)
    accepted = _unique(*spellings(russian), but=text) if scheme == NEWS else ()
    return English(text, accepted, Origin.ROMANISED)


def _spelt_place(russian: str, scheme: str) -> English:
    """«Ланкашир» is Lancashire, «Вишнёвка» Vishnyovka: by the look of it, for no table has it."""
    spelt = _spelt(russian, scheme)
    own = foreign.spellings(russian) if scheme == NEWS and origins.is_far_place(russian) else ()
    if not own:
        return spelt
    accepted = _unique(*own, spelt.text, *spelt.accepted, but=own[0])
    return English(own[0], accepted, Origin.GUESSED if len(own) > 1 else Origin.ROMANISED)


@lru_cache(maxsize=5_000)
def form(kind: Kind, text: str, scheme: str = NEWS) -> English:
    return place(text, scheme) if kind is Kind.LOC else organisation(text, scheme)


def _given(name: Person) -> list[str]:
    found = [""]
    for word in name.given.split():
        row = given_names.find(word)
        options = (row.english, *row.accepted) if row else _unlisted(word, name)
        found = [f"{before} {option}".strip() for before in found for option in options]
    return found if name.given else []


def _surname(name: Person) -> tuple[str, ...]:
    """Own spellings first for who has a foreign given name or none, else romanisation first:
    «Стивен Шульман» is Schulman, «Екатерина Шульман» Shulman."""
    if not name.surname:
        return ()
    own = _listed_surname(name)
    if not own:
        return _unlisted(name.surname, name)
    row = given_names.find(name.given.split(" ")[0]) if name.given else None
    romanised = spellings(name.surname)
    return _unique(*romanised, *own) if row and not row.is_foreign else _unique(*own, *romanised)


def _listed_surname(name: Person) -> tuple[str, ...]:
    """The spellings that a table has. «Джоэл Коэн» is no Michael Cohen: who is not the figure is
    spelt by the table of surnames. «Илья» alone is a given name before he is Salvador Illa."""
    figure, table = people.find_surname(name.surname), _foreign_surname(name.surname)
    row = given_names.find(name.surname)
    as_given = (row.english, *row.accepted) if row else ()
    if not name.given:
        is_it = row is not None and ("ё" not in name.surname or row.name == name.surname)
        return _unique(*(as_given if is_it else ()), *figure, *table)
    return _unique(*table, *figure) or (as_given if row and row.is_foreign else ())


def _unlisted(word: str, bearer: Person) -> tuple[str, ...]:
    """A name that no table has, likeliest spelling first."""
    romanised = spellings(word)
    if origins.is_native(bearer):
        return romanised
    return _unique(*foreign.spellings(word), *romanised)


def _foreign_surname(russian: str) -> tuple[str, ...]:
    """The table's spellings, of each part of a double name: «Банкс-Джонсон», Banks-Johnson."""
    whole = given_names.foreign_surname(russian)
    parts = [given_names.foreign_surname(part) for part in russian.split("-")]
    if whole or len(parts) < 2 or not any(parts):
        return whole
    models = zip(parts, russian.split("-"), strict=True)
    own = (part or foreign.spellings(model) or (romanise(model),) for part, model in models)
    return ("-".join(options[0] for options in own),)


def spellings(russian: str) -> tuple[str, ...]:
    """The news romanisation, then the other usual ones of the same name."""
    news = romanise(russian)
    other = [romanise(russian, scheme) for scheme in ("bgn_pcgn", "icao_doc_9303")]
    plain = [re.sub("[’”·]", "", spelling) for spelling in other]
    return _unique(news, *plain)


def _transliterated(name: Person, scheme: str) -> English:
    text = romanise(f"{name.given} {name.surname}".strip(), scheme)
    surname = romanise(name.surname, scheme)
    given = romanise(name.given, scheme)
    return English(text, _unique(surname, but=text), Origin.ROMANISED, given=given, surname=surname)


def _unique(*items: str, but: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item and item != but))
