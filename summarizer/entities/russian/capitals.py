"""Headlines in capitals, written as a sentence would be, so that names can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.entities.known import bodies, places
from summarizer.entities.russian.morphology import WORD, plain, readings

_MOST = 0.8  # this share of capitals among the letters makes a text one in capitals
_SMALL = re.compile("[а-яё]+")
_ORDINARY = 0.3  # with this share of small letters no text is one in capitals
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn"))


def recapitalised(texts: Sequence[str]) -> list[str]:
    """Texts in capitals in sentence case, offsets unchanged: «ТАТАРСТАН И РФ» is «Татарстан и РФ».

    A word keeps a capital where it has one in the article's other sentences or is a name to the
    dictionary, and all capitals where it is an acronym there or in a table.
    """
    shouted = [_is_shouted(text) for text in texts]
    if not any(shouted):
        return list(texts)
    ordinary = [text for text, is_loud in zip(texts, shouted, strict=True) if not is_loud]
    seen = _capitalised_words(ordinary)
    return [
        _spoken(text, seen) if is_loud else text
        for text, is_loud in zip(texts, shouted, strict=True)
    ]


def _is_shouted(text: str) -> bool:
    if sum(map(len, _SMALL.findall(text))) > _ORDINARY * len(text):
        return False  # as of most sentences, before their letters are counted one by one
    letters = list(filter(str.isalpha, text))
    capitals = sum(map(str.isupper, letters))
    return len(text.split()) > 1 and len(letters) > 7 and capitals >= _MOST * len(letters)


def _capitalised_words(texts: Iterable[str]) -> dict[str, str]:
    """Words with capitals inside sentences, by their plain form."""
    seen: dict[str, str] = {}
    for text in texts:
        for match in list(WORD.finditer(text))[1:]:
            word = match.group()
            if word[0].isupper():
                seen.setdefault(plain(word), word)
    return seen


def _spoken(text: str, seen: dict[str, str]) -> str:
    chars = list(text)
    for index, match in enumerate(WORD.finditer(text)):
        word = _recased(match.group(), seen, is_first=index == 0)
        chars[match.start() : match.end()] = word
    return "".join(chars)


def _recased(word: str, seen: dict[str, str], *, is_first: bool) -> str:
    lower = word.lower()
    if len(lower) != len(word) or not word.isupper():
        return word
    if plain(word) in seen:
        return seen[plain(word)] if len(seen[plain(word)]) == len(word) else word
    if _is_acronym(word):
        return word
    is_name = any(reading.tags & _NAMES for reading in readings(lower)[:2])
    return lower[:1].upper() + lower[1:] if is_first or is_name else lower


def _is_acronym(word: str) -> bool:
    """Known to a table as it stands, and not a word that declines: США, МИД, but not РОССИЯ."""
    likeliest = readings(word)[0]
    if len(word) > 5 or (likeliest.is_known and "Abbr" not in likeliest.tags):
        return False
    return bool(places.named().find(word) or bodies.named().find(word)) or len(word) < 4
