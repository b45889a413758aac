"""English number phrases: "12.5 billion", "twenty-five", "two and a half million", "42nd"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.entities.values import english_words as en
from summarizer.entities.values.tokens import (
    DASHES,
    Tokens,
    is_cross,
    is_number,
    name_before,
    number,
)
from summarizer.entities.values.units import ENGLISH_UNITS, SIGNS

_HALF = Decimal("0.5")
_ENDLESS = Decimal("Infinity")
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


class Number(NamedTuple):
    """A number read from the tokens up to `next`."""

    value: Decimal
    next: int
    soft: bool = False
    unit: str = ""  # only where the number itself says it: "42nd", "a decade"
    bare: bool = False  # no scale of its own, so that "5 to 7 million" may scale it too


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Read the number phrase that begins at a token; None if there is none or it is vague."""
    word = tokens.words[index]
    if is_number(word):
        return _digits(tokens, index)
    if word in ("a", "an"):
        return _with_article(tokens, index)
    if word == "half" or word == "quarter":
        return _half_of(tokens, index)
    if word in en.CARDINALS:
        return _words(tokens, index)
    if word in en.ORDINALS and word not in en.SOFT:
        return Number(Decimal(en.ORDINALS[word][0]), index + 1, unit="ordinal")
    return _soft(tokens, index)


def _soft(tokens: Tokens, index: int) -> Number | None:
    word = tokens.words[index]
    if word in en.SOFT:
        value, unit = en.SOFT[word]
        return Number(Decimal(value), index + 1, soft=True, unit=unit)
    roman = roman_number(tokens.original(index))
    return Number(Decimal(roman), index + 1, soft=True, unit="ordinal") if roman > 1 else None


def _digits(tokens: Tokens, index: int) -> Number | None:
    if not tokens.stands_alone(index) and _in_designation(tokens, index):
        return None
    value = number(tokens.words[index], decimal_sign=".")
    if value is None:
        return None
    after = index + 1
    if name_before(tokens, index) or tokens.words[index - 2 : index] == ["no", "."]:
        return Number(value, after, soft=True)
    if tokens.words[after] in _ORDINAL_ENDINGS and tokens.glued(after):
        return Number(value, after + 1, unit="ordinal")
    if tokens.words[after] == "/" and tokens.words[after + 1].isdecimal():
        bottom = int(tokens.words[after + 1])
        if 0 < value < bottom <= 128:
            return Number(value / bottom, after + 2, soft=True)
    return _scaled(tokens, *_and_half(tokens, value, after))


def _in_designation(tokens: Tokens, index: int) -> bool:
    """True for the digits of "Tu-154", "A320", "5G" and "214-FZ", which are not quantities."""
    words = tokens.words
    if tokens.glued(index) and words[index - 1].isalpha() and not is_cross(tokens, index - 1):
        return words[index - 1] not in _CODES
    after = index + 1
    if tokens.glued(after) and words[after].isalpha():
        return not _may_be_glued(tokens, after) and not is_cross(tokens, after)
    before = name_before(tokens, index)
    if before:
        return len(before) < 4 or before.isupper()
    following = tokens.original(after + 1)
    return (
        tokens.glued(after)
        and words[after] in DASHES
        and tokens.glued(after + 1)
        and following.isalpha()
        and following.isupper()
        and len(following) <= 3
    )


_SPANS = frozenset(("hour", "day", "week", "month", "year"))  # «24 часа» is "a day"
_CODES = frozenset(("usd", "rub", "eur", "gbp", "rur", "us", "rs"))


def _may_be_glued(tokens: Tokens, index: int) -> bool:
    """ "$5B", "5m", "30th", "6pm"; not the B of "stage 4B"."""
    word = tokens.words[index]
    if word in ("c", "f") and "." in tokens.words[index - 1]:
        return True  # "15.8C"
    if len(word) == 1 and tokens.is_capital(index) and word != "l":
        thousand = word == "k" and len(tokens.words[index - 1]) < 4
        return thousand or (index > 1 and tokens.words[index - 2] in SIGNS)
    return (
        word in _ORDINAL_ENDINGS
        or word in en.LETTER_SCALES
        or word in en.SCALES
        or word in ENGLISH_UNITS
        or word in ("sq", "mln", "bln", "am", "pm", "a", "p", "s", "rub", "x", "usd", "eur")
    )


def _words(tokens: Tokens, index: int) -> Number | None:
    """ "two hundred and fifty-three thousand", "fifteen hundred", "two-thirds", "one in five"."""
    fraction = _fraction(tokens, index)
    if fraction is not None:
        return fraction
    value, after, ordinal = _below_hundred(tokens, index)
    if tokens.words[after] == "oh":
        return None
    if ordinal:
        return Number(Decimal(value), after, unit="ordinal", soft=value < 4)
    year = _spoken_year(tokens, value, after)
    if year is not None:
        return year
    found = _scaled(tokens, *_and_half(tokens, Decimal(value), after))
    if found.value == 1:
        return found._replace(soft=True)
    return found


def _spoken_year(tokens: Tokens, head: int, index: int) -> Number | None:
    """ "nineteen eighty-four"."""
    if head not in (18, 19, 20) or tokens.words[index] not in en.CARDINALS:
        return None
    tail, after, ordinal = _below_hundred(tokens, index)
    if ordinal or tail < 10:
        return None
    return Number(Decimal(head * 100 + tail), after)


def _below_hundred(tokens: Tokens, index: int) -> tuple[int, int, bool]:
    """A value under a hundred, where it ends, and whether it ended as an ordinal."""
    value, rank = en.CARDINALS[tokens.words[index]]
    after = index + 1
    if rank != 3:
        return value, after, False
    unit = after + (tokens.words[after] in DASHES)
    word = tokens.words[unit]
    if word in en.CARDINALS and en.CARDINALS[word][1] == 1:
        return value + en.CARDINALS[word][0], unit + 1, False
    if word in en.ORDINALS and en.ORDINALS[word][1] == 1:
        return value + en.ORDINALS[word][0], unit + 1, True
    return value, after, False


def _and_half(tokens: Tokens, value: Decimal, index: int) -> tuple[Decimal, int]:
    """ "two and a half", "one-and-a-half", "three and a quarter", "5 1/2" """
    position = _skip_dash(tokens, index)
    if tokens.words[position] != "and":
        return value, index
    position = _skip_dash(tokens, position + 1)
    if tokens.words[position] in ("a", "one"):
        position = _skip_dash(tokens, position + 1)
        part = {"half": _HALF, "quarter": Decimal("0.25"), "third": Decimal(1) / 3}.get(
            tokens.words[position]
        )
        if part is not None:
            return value + part, position + 1
    return value, index


def _skip_dash(tokens: Tokens, index: int) -> int:
    return index + (tokens.words[index] in DASHES and tokens.glued(index))


def _scaled(tokens: Tokens, head: Decimal, index: int) -> Number:
    """Multiply by the scale words that follow, and add the lower groups of a number in words."""
    total, current, position = Decimal(0), head, index
    bare, rounded, limit = True, False, _ENDLESS
    while True:
        scale, after, round_ = _scale(tokens, position)
        if scale == 1 or current * scale >= limit:
            break
        current, position = current * scale, after
        bare, rounded = bare and scale == 100, rounded or round_
        if scale == 100:
            more, after = _rest(tokens, position, limit=100)
            current, position = current + more, after
            continue
        total, limit, current = total + current, Decimal(scale), Decimal(0)
        lower = _lower_group(tokens, position)
        if lower is None:
            break
        current, position = lower
    return Number(total + current, position, soft=rounded, bare=bare)


def _rest(tokens: Tokens, index: int, *, limit: int) -> tuple[int, int]:
    """ "and fifty-three" after "two hundred"; nothing: (0, index)."""
    position = index + (tokens.words[index] == "and")
    if tokens.words[position] not in en.CARDINALS:
        return 0, index
    value, after, ordinal = _below_hundred(tokens, position)
    return (0, index) if ordinal or value >= limit else (value, after)


def _lower_group(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """The next group of "1 million 200 thousand" or "three thousand two hundred"."""
    word = tokens.words[index]
    position = index
    if word == "," or word == "and":
        position, word = index + 1, tokens.words[index + 1]
    if word in en.CARDINALS:
        value, after, ordinal = _below_hundred(tokens, position)
        scaled = tokens.words[after] in en.SCALES
        if ordinal or (position > index and tokens.words[index] == "," and not scaled):
            return None
        return Decimal(value), after
    if position > index or not is_number(word) or tokens.words[index + 1] not in en.SCALES:
        return None
    value_of = number(word, decimal_sign=".")
    return None if value_of is None else (value_of, index + 1)


def _scale(tokens: Tokens, index: int) -> tuple[int, int, bool]:
    """The scale word at a token ("12.5-billion", "$1.2m"), where it ends, and if it is round."""
    position = _skip_dash(tokens, index)
    word = tokens.words[position]
    if word in en.SCALES and (word not in ("score", "hundreds", "thousands")):
        after = position + 1
        dotted = word in en.DOTTED_SCALES and tokens.words[after] == "." and tokens.glued(after)
        return (
            en.SCALES[word],
            after + (dotted and after + 1 < len(tokens)),
            word in en.ROUND_SCALES,
        )
    if position != index or word not in en.LETTER_SCALES or not index:
        return 1, index, False
    if tokens.glued(index) and _money_or_large(tokens, index, word):
        return en.LETTER_SCALES[word], index + 1, False
    return 1, index, False


def _money_or_large(tokens: Tokens, index: int, letter: str) -> bool:
    """In "$5m" the m is a million, in "5m" a metre."""
    before = tokens.words[index - 2] if index > 1 else ""
    if letter in ("m", "b", "t"):
        following = ENGLISH_UNITS.get(tokens.words[index + 1], "")
        return before in SIGNS or before in _CODES or bool(following == "%")
    return True


def _fraction(tokens: Tokens, index: int) -> Number | None:
    """ "two-thirds", "three quarters", "one fifth", "one in five"."""
    top, rank = en.CARDINALS[tokens.words[index]]
    position = _skip_dash(tokens, index + 1)
    word = tokens.words[position]
    if rank > 2 or word not in en.FRACTION_WORDS:
        return None
    if tokens.words[index + 1] == "quarters" and (
        top != 3 or tokens.words[index - 1] in ("first", "last", "past", "next", "consecutive")
    ):
        return None  # of the year
    plural = word.endswith("s") and word != "halves"
    if not plural and (top != 1 or tokens.words[position + 1] in DASHES):
        return None
    return Number(Decimal(top) / en.FRACTION_WORDS[word], position + 1, soft=top == 1)


def _with_article(tokens: Tokens, index: int) -> Number | None:
    """ "a million", "a dozen", "a quarter of", "a hundred and twenty"."""
    position = index + 1
    word = tokens.words[position]
    if word in ("half", "quarter"):
        return _half_of(tokens, position)
    if word in en.FRACTION_WORDS and word not in ("thirds", "second"):
        value = Decimal(1) / en.FRACTION_WORDS[word]
        return Number(value, position + 1, soft=True)
    if word in ENGLISH_UNITS and tokens.words[index + 2 : index + 5] == ["and", "a", "half"]:
        return Number(Decimal("1.5"), index + 5, unit=ENGLISH_UNITS[word])
    if word in _SPANS:
        return Number(Decimal(1), position + 1, soft=True, unit=word)
    if word not in en.COUNTED:
        return None
    found = _scaled(tokens, Decimal(1), position)
    return found._replace(soft=found.value in (12, 100, 1000))


def _half_of(tokens: Tokens, index: int) -> Number | None:
    """ "half a million", "half-million", "a quarter of a million", "half"."""
    part = _HALF if tokens.words[index] == "half" else Decimal("0.25")
    position = _skip_dash(tokens, index + 1)
    position += tokens.words[position] == "of"
    position += tokens.words[position] in ("a", "an")
    position = _skip_dash(tokens, position)
    word = tokens.words[position]
    if word in en.COUNTED:
        found = _scaled(tokens, part, position)
        return found._replace(soft=found.soft or word == "dozen")
    if word in ENGLISH_UNITS and position > index + 1:
        return Number(part, position + 1, soft=True, unit=ENGLISH_UNITS[word])
    if tokens.words[index + 1] == "to" and tokens.words[index - 1] not in ("a", "and"):
        return None  # of the year: "the estimate for the current quarter to 0.4%"
    return Number(part, index + 1, soft=True)


def roman_number(word: str) -> int:
    """XIX → 19; 0 for a word that is not a Roman numeral of two letters or more."""
    if not _ROMAN.fullmatch(word):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
