"""Did a word become another of its kind: a nephew a son, vodka water, the wounded the killed?

What a small model puts for a word that it does not know is mostly of the same kind, so nothing
looks wrong: «племянник» was "son", «бутылок водки» "bottles of water", «в загс» "to the church".
The kinds stand in `entities/known/tables/contrasts.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain

_NEVER = re.compile(r"(?!)")
_LETTERS = 3  # the shortest beginning of a Russian word in the table
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class _Member:
    kind: str
    letters: frozenset[str]  # what its Russian words begin with
    russian: re.Pattern[str]
    english: re.Pattern[str]
    allowing: re.Pattern[str]  # Russian beside which this English may stand
    keeping: re.Pattern[str]  # English that is as good


def contrast_suspicion(source: str, target: str) -> str:
    """Say which word became another of its kind, "" for none."""
    russian = plain(source)
    for start, member in _said(russian):
        if member.english.search(target) or member.keeping.search(target):
            continue
        if other := _instead(member, russian, target):
            return f"it may be another: “{other}” for «{_whole(russian, start)}»"
    return ""


def _said(russian: str) -> Iterator[tuple[int, _Member]]:
    """The members whose words a text has, and where; few words begin like one of them."""
    by_letters = _by_letters()
    for word in _WORD.finditer(russian):
        for member in by_letters.get(word.group()[:_LETTERS], ()):
            if member.russian.match(russian, word.start()):
                yield word.start(), member


def _instead(lost: _Member, russian: str, target: str) -> str:
    """The English of another member, which nothing in the Russian allows."""
    for other in _kinds()[lost.kind]:
        found = other.english.search(target) if other is not lost else None
        if found and not other.russian.search(russian) and not other.allowing.search(russian):
            return found.group()
    return ""


def _whole(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found.group() if found else text[start:]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, list[_Member]]:
    kinds: dict[str, list[_Member]] = {}
    for (kind,), russian, english, *others in rows("contrasts"):
        allowing, keeping = (*others, (), ())[:2]
        member = _Member(
            kind,
            frozenset(plain(word)[:_LETTERS] for word in russian),
            _russian(russian),
            _english(english),
            _russian(allowing),
            _english(keeping),
        )
        kinds.setdefault(kind, []).append(member)
    return kinds


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, list[_Member]]:
    """The members by the first letters of their Russian words."""
    found: dict[str, list[_Member]] = {}
    for members in _kinds().values():
        for member in members:
            for letters in member.letters:
                found.setdefault(letters, []).append(member)
    return found


def _russian(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    found = [rf"{word[:-1]}\b" if word.endswith(".") else word for word in map(plain, beginnings)]
    return re.compile(rf"\b(?:{'|'.join(found)})") if found else _NEVER


def _english(words: tuple[str, ...]) -> re.Pattern[str]:
    """A name (Monday) has its capital; other words may begin a sentence."""
    found = [
        rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else rf"{re.escape(word)}(?:s|es)?"
        for word in words
    ]
    flags = re.NOFLAG if words and words[0].istitle() else re.IGNORECASE
    return re.compile(rf"\b(?:{'|'.join(found)})(?!\w)", flags) if found else _NEVER
