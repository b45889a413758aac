"""Russian morphology, by pymorphy3: what a word can be, and its nominative."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_LEMMA_IS_MASCULINE = frozenset(("ADJF", "PRTF", "NPRO", "Surn", "Patr"))
_SOFT_ADJECTIVE = re.compile(r"(?:его|ему|ими|им|ем|ей|ую|их)$")
PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Trad"))
WORD = re.compile(r"\w+(?:[-’'ʼ]\w+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a word form can be. Words are in lower case, ё as the dictionary has it."""

    lemma: str
    nominative: str  # of the same gender and number: «Соединённых» is «соединённые»
    pos: str  # OpenCorpora: NOUN, ADJF, VERB, ...
    case: str  # nomn, gent, datv, accs, ablt, loct, or ""
    gender: str  # masc, femn, neut, or "" for both («Порошенко») and for plurals
    number: str  # sing, plur or ""
    tags: frozenset[str]  # all grammemes: Name, Surn, Patr, Geox, Orgn, Abbr, Fixd ...
    score: float
    is_known: bool

    @property
    def is_plural(self) -> bool:
        return self.number == "plur"


class Token(NamedTuple):
    """A word at `start:stop` of the text it was found in."""

    start: int
    stop: int
    text: str


# a sentence is gone through for tables, surnames, adjectives and terms, one after the other
@lru_cache(maxsize=200)
def tokens(text: str) -> tuple[Token, ...]:
    return tuple([Token(*match.span(), match.group()) for match in WORD.finditer(text)])


def words(text: str) -> list[str]:
    return WORD.findall(text)


def plain(text: str) -> str:
    """Lower case, ё as е: the form in which words are compared."""
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word form, likeliest first; never empty."""
    return tuple(from_pymorphy(parse) for parse in _analyzer().parse(word))


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """The word itself, then the nominatives and lemmas that it may stand for, in plain form."""
    if word.isdecimal():
        return (word,)
    found = [plain(word)]
    for reading in readings(word):
        found += [plain(reading.nominative), plain(reading.lemma)]
    parts = word.split("-")
    if len(parts) > 1 and all(parts):
        # both parts decline («Касым-Жомарта»), or one («Формулы-1»); the dictionary guesses one
        found += ["-".join(joined) for joined in product(*(forms(part)[:4] for part in parts))]
    return _unique(found)


def is_known(word: str) -> bool:
    """Does the dictionary have this word form?"""
    return readings(word)[0].is_known


def is_common_noun(word: str) -> bool:
    """A dictionary word that is never a proper name: «император», «фонд», not «Мороз»."""
    known = [reading for reading in readings(word) if reading.is_known]
    return bool(known) and all(
        reading.pos in ("NOUN", "ADJF") and not reading.tags & PROPER for reading in known
    )


def like(original: str, word: str) -> str:
    """`word` with the capitals of `original`: «Ростехом» and «ростех» give «Ростех».

    Word by word, and part by part: «фон дер Ляйен», «Йошкар-Олы», «О’Лири».
    """
    if len(original) > 1 and original.isupper():
        return word.upper()
    models = re.split(r"[-’' ]", original)
    parts = re.split(r"([-’' ])", word)
    models += models[-1:] * len(parts)
    return "".join(
        _capitalised(part, models[index // 2]) if index % 2 == 0 else part
        for index, part in enumerate(parts)
    )


def from_pymorphy(parse: Parse) -> Reading:
    tag = parse.tag
    return Reading(
        lemma=parse.normal_form,
        nominative=_nominative(parse),
        pos=str(tag.POS or ""),
        case=str(tag.case or ""),
        gender="" if "ms-f" in tag.grammemes else str(tag.gender or ""),
        number=str(tag.number or ""),
        tags=frozenset(tag.grammemes),
        score=parse.score,
        is_known=parse.is_known,
    )


def _nominative(parse: Parse) -> str:
    """The nominative of the same gender and number; inflecting costs more than all the rest, so
    only where the lemma is not it: plurals, feminine adjectives and surnames."""
    tag = parse.tag
    if tag.case is None or str(tag.case) == "nomn":
        return str(parse.word)
    if "Supr" in tag.grammemes:
        return _superlative(str(parse.word), str(tag.gender or ""), str(tag.number))
    is_lemma = tag.number == "sing" and (
        # the lemma of a participle is its verb: «лечащим» is «лечащий»
        ("PRTF" not in tag.grammemes and tag.gender == "masc")
        or not _LEMMA_IS_MASCULINE & tag.grammemes
    )
    if is_lemma:
        return str(parse.normal_form)
    inflected = parse.inflect({"nomn"})
    return str(inflected.word if inflected else parse.word)


def _superlative(word: str, gender: str, number: str) -> str:
    """«Высшего» is «высший»: the dictionary would make «высокий» or «высочайший» of it."""
    ending = {"masc": "ий", "femn": "ая", "neut": "ее"}.get(gender, "ие")
    return _SOFT_ADJECTIVE.sub("ие" if number == "plur" else ending, word)


@lru_cache(maxsize=1)
def _analyzer() -> MorphAnalyzer:
    import pymorphy3

    analyzer: Any = pymorphy3.MorphAnalyzer()
    return analyzer


def _capitalised(word: str, model: str) -> str:
    """With the capitals inside too: «ФедералПресс»."""
    pairs = zip_longest(word, model[: len(word)], fillvalue="")
    return "".join(char.upper() if capital.isupper() else char for char, capital in pairs)


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
