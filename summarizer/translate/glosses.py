"""The English of words that mean one thing, told to the model with a sentence and not checked.

A small model takes a rare word for another that sounds or looks like it: «в рюкзаке» was "in its
pocket", «горничную» "the porter", «племянник» "son", «почтили память» "lost track". Of such words
nearly all stand in fewer than 16 of the 17,820 sentences of WMT 2013–18. What is told comes out;
what comes out otherwise may be as good, so no flag depends on it: words whose loss a reader must
hear of stand in `entities/known/tables/terms`, phrases in `phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.known.plurals import plural
from summarizer.entities.known.tables import rows
from summarizer.entities.known.terms import is_plural
from summarizer.entities.russian.morphology import Token, plain, readings, tokens

_LONGEST = 7  # words of a phrase
_NOUN, _ADJECTIVE, _VERB, _FIXED = "NOUN", "ADJF", "INFN", ""
_VERBAL = frozenset(("VERB", "INFN", "PRTS"))
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
_IRREGULAR = {"be": "is", "have": "has"}
_FIRST_WORD = re.compile(r"^\S+")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word or phrase in a sentence, offsets into its text."""

    start: int
    stop: int
    english: str


@dataclass(frozen=True, slots=True)
class _Row:
    russian: str
    pos: str
    english: str
    past: str = ""
    participle: str = ""


# asked again for each retry of a sentence
@lru_cache(maxsize=1000)
def find_glosses(text: str) -> tuple[Gloss, ...]:
    """Words with a known English, the longest phrase at each place, in order."""
    return tuple(_glosses(text))


def _glosses(text: str) -> Iterator[Gloss]:
    found = tokens(text)
    after = 0
    for position, token in enumerate(found):
        if position < after or not _may_open(token.text):
            continue
        hit = _phrase(text, found, position) or _word(text, token)
        if hit:
            length, english = hit
            after = position + length
            yield Gloss(token.start, found[after - 1].stop, english)


@lru_cache(maxsize=20_000)
def _may_open(word: str) -> bool:
    is_written_small = word.islower() or word.istitle()
    return is_written_small and (_phrases().may_open(word) or _row_of(word) is not None)


def _phrase(text: str, found: Sequence[Token], position: int) -> tuple[int, str] | None:
    following = [token.text for token in found[position : position + _LONGEST]]
    hit = _phrases().longest(following)
    if hit is None:
        return None
    length, row = hit
    first, last = found[position], found[position + length - 1]
    russian = text[first.start : last.stop]
    if re.search(r"[^\w\s-]", russian):
        return None  # «в тюрьме, камера»: a comma ends a phrase
    english = _in_form_of(russian, first.text, row)
    return (length, english) if english else None


def _word(text: str, token: Token) -> tuple[int, str] | None:
    is_name = token.text[0].isupper() and text[: token.start].strip(' «"—–-')
    row = None if is_name else _row_of(token.text)
    english = _in_form_of(token.text, token.text, row) if row else ""
    return (1, english) if english else None


def _in_form_of(russian: str, first: str, row: _Row) -> str:
    """The English of a word or phrase in the form that it has; `first` is its first word."""
    if row.pos == _VERB:
        return _of_verb(first, row)
    return _of_noun(russian, row) if row.pos == _NOUN else row.english


@lru_cache(maxsize=20_000)
def _row_of(word: str) -> _Row | None:
    """The row of what a word most likely is; «стали» is "became" before it is steel."""
    reading = readings(word)[0]
    keys = [plain(reading.nominative), plain(reading.lemma)]
    if reading.pos in ("NOUN", "ADJF", "PRTF"):
        if "Supr" in reading.tags:
            return None  # «беднейших» are the poorest
        if reading.pos == "PRTF":
            keys[1] = _masculine(keys[0])
        table = _words(_NOUN if reading.pos == "NOUN" else _ADJECTIVE)
        return next((table[key] for key in keys if key in table), None)
    return _words(_VERB).get(keys[1]) if reading.pos in _VERBAL else None


def _masculine(participle: str) -> str:
    """«заброшенный» of «заброшенная» and «заброшенные», «действующий» of «действующее»."""
    stem = participle[:-2]
    return f"{stem}ий" if stem.endswith(("щ", "ш")) else f"{stem}ый"


def _of_noun(russian: str, row: _Row) -> str:
    is_told = not is_plural(russian) or _is_row_of_plural(row.russian)
    return row.english if is_told else plural(row.english)


@lru_cache(maxsize=20_000)
def _is_row_of_plural(russian: str) -> bool:
    """A row in the plural is for the plural alone: «критерии», though it may be «о критерии»."""
    nouns = [readings(word) for word in russian.split() if readings(word)[0].pos == "NOUN"]
    if not nouns:
        return is_plural(russian)
    return not any(r.case == "nomn" and not r.is_plural for r in nouns[0])


def _of_verb(word: str, row: _Row) -> str:
    """The English in the form that the Russian verb has, "" for a form that has no one English."""
    reading = readings(word)[0]
    if reading.pos == "INFN":
        return row.english
    if reading.pos == "PRTS":
        return row.participle
    if reading.pos != "VERB" or reading.tags & {"impr", "2per"}:
        return ""
    if "past" in reading.tags:
        return re.sub(r"^was\b", "were", row.past) if "plur" in reading.tags else row.past
    if "perf" in reading.tags:
        return f"will {row.english}"
    if {"3per", "sing"} <= reading.tags:
        return _FIRST_WORD.sub(_third_person, row.english)
    is_mine = {"1per", "sing"} <= reading.tags
    return re.sub(r"^be\b", "am" if is_mine else "are", row.english)


def _third_person(verb: re.Match[str]) -> str:
    base = verb.group()
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if _SIBILANT.search(base) else f"{base}s"


def _past(english: str) -> str:
    def regular(verb: re.Match[str]) -> str:
        base = verb.group()
        if re.search(r"[^aeiou]y$", base):
            return f"{base[:-1]}ied"
        return f"{base}d" if base.endswith("e") else f"{base}ed"

    return _FIRST_WORD.sub(regular, english)


def _kind(name: str) -> str:
    """«приёмный отец» is a noun with its adjective, «смертельно больной» an adjective."""
    is_noun = " " in name and not name.endswith(("ый", "ий", "ой"))
    return _NOUN if is_noun else _ADJECTIVE


@lru_cache(maxsize=1)
def _phrases() -> Lexicon[_Row]:
    lexicon: Lexicon[_Row] = Lexicon()
    for russian, row in _rows():
        if " " in russian:
            lexicon.add(russian, row)
    return lexicon


@lru_cache(maxsize=3)
def _words(pos: str) -> Mapping[str, _Row]:
    return {
        plain(russian): row for russian, row in _rows() if row.pos == pos and " " not in russian
    }


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, _Row], ...]:
    found: list[tuple[str, _Row]] = []
    for names, (english,) in rows("glosses/nouns"):
        found += [(name, _Row(name, _NOUN, english)) for name in names]
    for names, (english,) in rows("glosses/adjectives"):
        found += [(name, _Row(name, _kind(name), english)) for name in names]
    for names, (english,) in rows("glosses/phrases"):
        found += [(name, _Row(name, _FIXED, english)) for name in names]
    for names, (english,), *irregular in rows("glosses/verbs"):
        past, participle = [form for (form,) in irregular] or [_past(english)] * 2
        found += [(name, _Row(name, _VERB, english, past, participle)) for name in names]
    return tuple(found)
