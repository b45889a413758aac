"""Find the numbers, money, percentages and dates of an English text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer.entities.values import english_words as en
from summarizer.entities.values.english_dates import read_dates
from summarizer.entities.values.english_numbers import Number, read_number, roman_number
from summarizer.entities.values.found import Found, found_at
from summarizer.entities.values.phone import phone_number
from summarizer.entities.values.scan import scan
from summarizer.entities.values.tokens import DASHES, VULGAR, Tokens, is_number, plain, tokenise
from summarizer.entities.values.units import (
    CODES,
    ENGLISH_ADJECTIVES,
    ENGLISH_CURRENCIES,
    ENGLISH_PARTS,
    ENGLISH_UNITS,
    SIGNS,
    powered,
)
from summarizer.values import Amount, Value

_TIMING = re.compile(r"(\d{1,2}):([0-5]\d)[.,](\d{1,3})")  # «3:51,94» in sport
_SCORE = re.compile(r"(\d{1,3}):(\d{1,3})")
_STARTERS = frozenset().union(
    en.CARDINALS, en.ORDINALS, en.SOFT, en.MONTHS, en.WEEKDAYS, en.DECADES, SIGNS, CODES, VULGAR,
    ("a", "an", "q"),
)  # fmt: skip


class _Item(NamedTuple):
    """One number of a list or range, with the unit that goes with it."""

    number: Number
    first: int
    next: int
    unit: str


def find_english(text: str) -> list[Found]:
    """Find every value, in order; values never overlap. Offsets point into `text`."""
    return scan(tokenise(text), _may_be_value, _read)


@lru_cache(maxsize=20_000)
def _may_be_value(original: str) -> bool:
    return plain(original) in _STARTERS or roman_number(original) > 0


def _read(tokens: Tokens, index: int) -> tuple[list[Found], int]:
    phone = phone_number(tokens, index)
    if phone is not None:
        return phone
    dates = read_dates(tokens, index)
    if dates:
        found = [
            _found(tokens, date.first, date.next, date.moment, soft=date.soft) for date in dates
        ]
        return found, dates[-1].next
    return _score(tokens, index) or _amounts(tokens, index)


def _found(tokens: Tokens, first: int, after: int, value: Value, *, soft: bool) -> Found:
    return found_at(tokens.starts[first], tokens.stops[after - 1], value, soft=soft)


def _score(tokens: Tokens, index: int) -> tuple[list[Found], int] | None:
    word = tokens.words[index]
    if ":" not in word:
        return None
    if match := _TIMING.fullmatch(word):
        seconds = int(match[1]) * 60 + Decimal(f"{match[2]}.{match[3]}")
        value = Amount(seconds, seconds, "timing")
    elif match := _SCORE.fullmatch(word):
        value = Amount(Decimal(match[1]), Decimal(match[2]), "score")
    else:
        return None
    return [_found(tokens, index, index + 1, value, soft=False)], index + 1


def _amounts(tokens: Tokens, index: int) -> tuple[list[Found], int]:
    """The number at a token, or the list or range of numbers that share one unit."""
    first = _item(tokens, index)
    if first is None:
        return [], index + 1
    second = _partner(tokens, first)
    if second is None:
        return [_amount(tokens, first)], first.next
    joint = tokens.words[first.next]
    first, second = _shared(first, second)
    before = tokens.words[index - 1] if index else ""
    ranged = joint in DASHES or (joint == "to" and before != "from")
    ranged = ranged or (joint == "and" and before == "between")
    if ranged and first.number.value != second.number.value:  # "-50 to 50" is two numbers
        return [_range(tokens, first, second)], second.next
    return [_amount(tokens, first), _amount(tokens, second)], second.next


def _item(tokens: Tokens, index: int) -> _Item | None:
    code, start = _currency_before(tokens, index)
    number = read_number(tokens, start)
    if number is None or (code and number.soft and number.unit):
        return None
    if code:
        _, after = _unit(tokens, number.next, currency=True)
        return _Item(number, index, after, code)
    if number.unit:
        return _Item(number, index, number.next, number.unit)
    unit, after = _unit(tokens, number.next)
    unit, after = _and_half_unit(tokens, unit, after)
    if unit.startswith("+"):
        unit = unit[1:]
        number = number._replace(value=number.value + Decimal("0.5"), soft=False)
    return _Item(number, index, after, unit)


def _currency_before(tokens: Tokens, index: int) -> tuple[str, int]:
    """The currency of "$5", "US$5", "RUB 5", and where the number should begin."""
    word = tokens.words[index]
    if word in SIGNS:
        return SIGNS[word], index + 1
    if word in CODES and tokens.original(index).isupper():
        return word.upper(), index + 1
    return "", index


def _and_half_unit(tokens: Tokens, unit: str, index: int) -> tuple[str, int]:
    """ "a year and a half", "two years and a half": marked by a plus, the half is of the unit."""
    if unit and tokens.words[index : index + 3] == ["and", "a", "half"]:
        return f"+{unit}", index + 3
    return unit, index


def _partner(tokens: Tokens, first: _Item) -> _Item | None:
    """The second number of "5–7%", "5 to 7 percent", "5 and 7 tons", "5 or 6"."""
    joint, after = tokens.words[first.next], first.next + 1
    before = tokens.words[first.first - 1] if first.first else ""
    if joint in DASHES:
        if not tokens.glued(first.next) and (first.unit or not first.number.bare):
            return None
    elif joint not in ("to", "or") and not (joint == "and" and before == "between"):
        return None
    second = _item(tokens, after)
    if second is None or read_dates(tokens, after):
        return None
    if joint in DASHES and not tokens.glued(first.next):
        follows = second.unit or not second.number.bare
        return second if follows and first.number.value < second.number.value else None
    return None if first.unit and second.unit and first.unit != second.unit else second


def _shared(first: _Item, second: _Item) -> tuple[_Item, _Item]:
    """Share unit and scale over a range: "5 to 7 million", "$5 to 7 million", "$5–$7 million"."""
    number = first.number
    if number.bare and not second.number.bare and number.value < 1000:
        scale = next((s for s in (10**12, 10**9, 10**6, 1000) if second.number.value >= s), 1)
        number = number._replace(value=number.value * scale)
    return (
        first._replace(number=number, unit=first.unit or second.unit),
        second._replace(unit=second.unit or first.unit),
    )


def _amount(tokens: Tokens, item: _Item) -> Found:
    value = item.number.value
    amount = Amount(value, value, item.unit, hedged=_hedged(tokens, item.first))
    return _found(tokens, item.first, item.next, amount, soft=_is_soft(tokens, item))


def _range(tokens: Tokens, first: _Item, second: _Item) -> Found:
    value = Amount(
        first.number.value,
        second.number.value,
        second.unit or first.unit,
        hedged=_hedged(tokens, first.first),
    )
    soft = _is_soft(tokens, first) and _is_soft(tokens, second)
    return _found(tokens, first.first, second.next, value, soft=soft)


def _is_soft(tokens: Tokens, item: _Item) -> bool:
    """ "the two" takes up what was said, "Four Seasons" is a name."""
    if item.number.soft:
        return True
    named = item.first > 1 and tokens.is_capital(item.first) and tokens.words[item.first].isalpha()
    return named or (item.number.value == 2 and tokens.words[item.first] == "two")


def _hedged(tokens: Tokens, index: int) -> bool:
    return not en.HEDGES.isdisjoint(tokens.words[max(0, index - 2) : index])


def _unit(tokens: Tokens, index: int, *, currency: bool = False) -> tuple[str, int]:
    """The unit at a token and where it ends: "%", "per cent", "square meters", "US dollars"."""
    position = index + (tokens.words[index] in DASHES and tokens.glued(index))
    if _stray_dot(tokens, index):
        position += 1
    word = tokens.words[position]
    if word in SIGNS and not is_number(tokens.words[position + 1]):
        return SIGNS[word], position + 1
    if word == "per" and tokens.words[position + 1] == "cent":
        return "%", position + 2
    if word in ENGLISH_ADJECTIVES or word == "u":
        code, after = _adjective(tokens, position)
        if code:
            return code, after
    if word in ENGLISH_CURRENCIES:
        return ENGLISH_CURRENCIES[word], position + 1
    if currency or word in ENGLISH_PARTS:
        return "", index
    if word == "°":
        fahrenheit = tokens.words[position + 1] == "f"
        degree = position + 1 + (tokens.words[position + 1] in ("c", "f"))
        return ("fahrenheit" if fahrenheit else "degree"), degree
    if word in ("square", "sq", "cubic", "cu"):
        return _square(tokens, position)
    return _plain(tokens, position, index)


def _stray_dot(tokens: Tokens, index: int) -> bool:
    """The dot that machines carry over from «6 тыс. руб.»: "6 thousand. rubles"."""
    word = tokens.original(index + 1)
    currency = word.lower() in ENGLISH_CURRENCIES and (word.islower() or word.isupper())
    return tokens.words[index] == "." and tokens.words[index - 1] in en.SCALES and currency


def _adjective(tokens: Tokens, index: int) -> tuple[str, int]:
    """ "U.S. dollars", "Canadian dollars", "Hong Kong dollars"."""
    code = ENGLISH_ADJECTIVES.get(tokens.words[index], "USD")
    for after in range(index + 1, index + 5):
        if tokens.words[after] in ENGLISH_CURRENCIES:
            return code, after + 1
    return "", index


def _square(tokens: Tokens, index: int) -> tuple[str, int]:
    name = "square" if tokens.words[index].startswith("sq") else "cubic"
    after = index + 1 + (tokens.words[index + 1] in (".", *DASHES))
    unit = ENGLISH_UNITS.get(tokens.words[after])
    return (f"{name} {unit}", after + 1) if unit else ("", index)


def _plain(tokens: Tokens, position: int, index: int) -> tuple[str, int]:
    unit = ENGLISH_UNITS.get(tokens.words[position])
    if unit is None:
        return "", index
    words = tokens.words
    if unit in ("kilometer", "mile", "meter") and words[position + 1] in ("per", "an", "/", "a"):
        per = {"hour": "hour", "h": "hour", "second": "second", "s": "second"}.get(
            words[position + 2]
        )
        if per:
            return f"{unit} per {per}", position + 3
    if unit == "%" and words[position + 1] in ("point", "points"):
        return "percentage point", position + 2
    if unit == "degree" and words[position + 1] in ("fahrenheit", "f"):
        return "fahrenheit", position + 2
    return powered(tokens, unit, position + 1)
