"""Russian numbers inside one word: «двухлетний», «полмиллиона», «XXI»."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.units import RUSSIAN_UNITS

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


# «ХХI век» is typed with Cyrillic letters as often as with Latin ones
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


_ADJECTIVE_ENDINGS = tuple("ый ая ое ые ого ому ой ую ых ым ыми ом".split())


_LOOKALIKES = str.maketrans("хі", "xi")


class Number(NamedTuple):
    """A number read from the tokens up to `next`."""

    value: Decimal
    next: int
    soft: bool = False
    unit: str = ""  # only where the number itself says it: «30-летний», «42-й», «полгода»
    bare: bool = False  # digits or small words, so that «5–7 млн» may scale them too


def with_meaning(value: Decimal, word: str, after: int, *, soft: bool = False) -> Number | None:
    meaning = compound_meaning(word)
    if meaning is None:
        return None
    if isinstance(meaning, int):
        return Number(value * meaning, after, soft)
    return Number(value, after, soft, unit=meaning)


@lru_cache(maxsize=10_000)
def compound_meaning(word: str) -> str | int | None:
    """The unit or scale in «летний», «процентный», «миллионный»."""
    for size in range(min(len(word), 12), 3, -1):
        if word[:size] in ru.COMPOUNDS:
            return ru.COMPOUNDS[word[:size]]
    return None


@lru_cache(maxsize=20_000)
def compound(word: str) -> Number | None:
    """«полмиллиона», «полгода», «двухлетний», «двадцатипятипроцентный»; `next` is not set."""
    if half := _half(word):
        return half
    total, rest = Decimal(0), word
    while (prefix := _prefix(rest)) and len(rest) - len(prefix) > 3:
        total, rest = total + ru.PREFIXES[prefix], rest[len(prefix) :]
    if not total:
        return None
    known = with_meaning(total, rest, 0, soft=True)
    if total == 1 and not (known and known.unit):
        return None  # «однозначно», «односторонний»
    return known or _described(total, word)


def _half(word: str) -> Number | None:
    """«полмиллиона» and its genitive «полумиллиона»; «полудня» is noon."""
    rest = word.removeprefix("полу") if word.startswith("полу") else word.removeprefix("пол")
    if rest == word or word == "полудня":
        return None
    if rest in ru.SCALES:
        return Number(Decimal(ru.SCALES[rest]) / 2, 0, soft=rest in ru.ROUND_SCALES)
    if rest in ("года", "часа", "дня", "века"):
        unit = "century" if rest == "века" else RUSSIAN_UNITS[rest]
        return Number(Decimal("0.5"), 0, soft=rest == "дня", unit=unit)
    return None


def _described(value: Decimal, word: str) -> Number | None:
    """«пятизвёздочный», «десятистраничный»: any adjective that begins with a number."""
    adjective = word.endswith(_ADJECTIVE_ENDINGS)
    if value < 2 or value == 100 or not adjective or word.startswith(("семин", "семит", "двусм")):
        return None
    return Number(value, 0, soft=True)


def _prefix(word: str) -> str:
    for size in range(min(len(word), 14), 1, -1):
        if word[:size] in ru.PREFIXES:
            return word[:size]
    return ""


def roman_number(word: str) -> int:
    """XIX → 19, also when typed with Cyrillic letters; 0 if the word is not a Roman numeral."""
    if not word.isupper() or len(word) > 6:
        return 0
    latin = word.lower().translate(_LOOKALIKES)
    if not _ROMAN.fullmatch(latin):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in latin]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
