"""Find the numbers, money, percentages and dates of a Russian text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.found import Found, found_at
from summarizer.entities.values.phone import phone_number
from summarizer.entities.values.russian_clock import Dated
from summarizer.entities.values.russian_compounds import Number, compound, roman_number
from summarizer.entities.values.russian_dates import read_dates
from summarizer.entities.values.russian_numbers import read_number
from summarizer.entities.values.scan import scan
from summarizer.entities.values.tokens import DASHES, VULGAR, Tokens, is_number, plain, tokenise
from summarizer.entities.values.units import (
    ADJECTIVES,
    CODES,
    RUSSIAN_CURRENCIES,
    RUSSIAN_PARTS,
    RUSSIAN_UNITS,
    SIGNS,
    UNITS,
    powered,
)
from summarizer.values import Amount

_TIMING = re.compile(r"(\d{1,2}):([0-5]\d)[.,](\d{1,3})")  # «3:51,94» in sport
_SCORE = re.compile(r"(\d{1,3}):(\d{1,3})")
_WORDS = frozenset().union(
    ru.CARDINALS, ru.SCALES, ru.HALVES, ru.FRACTIONS, ru.ORDINALS, ru.MULTIPLES, ru.DECADE_WORDS,
    ru.MONTHS, ru.MONTH_ADJECTIVES, ru.WEEKDAYS, ru.WEEKDAY_ADJECTIVES, ru.PERIODS,
    "среды среде средой среда час часу часа без".split(),
)  # fmt: skip


class _Item(NamedTuple):
    """One number of a list or range, with the unit that follows it."""

    number: Number
    first: int
    next: int
    unit: str


def find_russian(text: str) -> list[Found]:
    """Find every value, in order; values never overlap. Offsets point into `text`."""
    return scan(tokenise(text), _may_be_value, _read)


@lru_cache(maxsize=20_000)
def _may_be_value(original: str) -> bool:
    word = plain(original)
    return (
        word in _WORDS
        or word in VULGAR
        or word in SIGNS
        or word in CODES
        or roman_number(original) > 0
        or compound(word) is not None
    )


def _read(tokens: Tokens, index: int) -> tuple[list[Found], int]:
    phone = phone_number(tokens, index)
    if phone is not None:
        return phone
    dates = read_dates(tokens, index)
    if dates:
        return [_dated(tokens, date) for date in dates], dates[-1].next
    return _score(tokens, index) or _amounts(tokens, index)


def _dated(tokens: Tokens, date: Dated) -> Found:
    """A weekday beside a date may go: «в пятницу, 29 августа» is "on August 29"."""
    following = tokens.words[date.next : date.next + 2]
    beside = date.moment.weekday and following[0] == "," and is_number(following[1])
    soft = date.soft or bool(beside)
    return found_at(*_span(tokens, date.first, date.next), date.moment, soft=soft)


def _span(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    return tokens.starts[first], tokens.stops[after - 1]


def _score(tokens: Tokens, index: int) -> tuple[list[Found], int] | None:
    """«3:1»: the two numbers of a result, in their order."""
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
    return [found_at(*_span(tokens, index, index + 1), value)], index + 1


def _amounts(tokens: Tokens, index: int) -> tuple[list[Found], int]:
    """The number at a token, or the list or range of numbers that share one unit."""
    first = _item(tokens, index)
    if first is None:
        return [], index + 1
    second = _partner(tokens, first)
    if second is None:
        return [_amount(tokens, first)], first.next
    joint = tokens.words[first.next]
    first = _shared(first, second)
    ranged = joint in DASHES or (joint == "до" and index and tokens.words[index - 1] == "от")
    if ranged and first.number.value != second.number.value:  # «от -50 до 50» is two numbers
        return [_range(tokens, first, second)], second.next
    return [_amount(tokens, first), _amount(tokens, second)], second.next


def _item(tokens: Tokens, index: int) -> _Item | None:
    signed = tokens.words[index] in SIGNS or tokens.words[index] in CODES
    number = read_number(tokens, index + signed)
    if number is None:
        return None
    if signed:
        word = tokens.words[index]
        return _Item(number, index, number.next, SIGNS.get(word) or word.upper())
    if number.unit:
        return _Item(number, index, number.next, number.unit)
    unit, after = _unit(tokens, number.next)
    after = _minor_part(tokens, after) if unit else after
    return _Item(number, index, after, unit)


def _partner(tokens: Tokens, first: _Item) -> _Item | None:
    """The second number of «5–7 %», «от 5 до 7», «5 и 7 тонн», «5 или 6»."""
    joint, after = tokens.words[first.next], first.next + 1
    if joint in DASHES:
        if not tokens.glued(first.next) and tokens.glued(after):
            return None
    elif joint not in ("до", "или", "либо"):
        return None
    second = _item(tokens, after)
    if second is None or read_dates(tokens, after):
        return None
    loose = not tokens.glued(first.next)
    if (
        joint in DASHES
        and loose
        and not (_rises(first, second) and (second.unit or _scaled(second)))
    ):
        return None
    return None if first.unit and second.unit and first.unit != second.unit else second


def _rises(first: _Item, second: _Item) -> bool:
    return not first.unit and first.number.bare and first.number.value < second.number.value


def _scaled(item: _Item) -> bool:
    return not item.number.bare


def _shared(first: _Item, second: _Item) -> _Item:
    """Give the first number the second one's unit, and in a range its scale: «5–7 млн»."""
    number = first.number
    if number.bare and not second.number.bare and second.number.value >= 1000:
        scale = _scale_of(second.number.value)
        if number.value < 1000 and scale > 1 and number.value * scale <= second.number.value * 100:
            number = number._replace(value=number.value * scale)
    return first._replace(number=number, unit=first.unit or second.unit)


def _scale_of(value: Decimal) -> int:
    return next((scale for scale in (10**12, 10**9, 10**6, 1000) if value >= scale), 1)


def _amount(tokens: Tokens, item: _Item) -> Found:
    number = item.number.value
    value = Amount(number, number, item.unit, hedged=_hedged(tokens, item.first))
    return found_at(*_span(tokens, item.first, item.next), value, soft=_is_soft(tokens, item))


def _range(tokens: Tokens, first: _Item, second: _Item) -> Found:
    low, high = first.number.value, second.number.value
    unit = second.unit or first.unit
    value = Amount(low, high, unit, hedged=_hedged(tokens, first.first))
    soft = _is_soft(tokens, first) and _is_soft(tokens, second._replace(unit=unit))
    return found_at(*_span(tokens, first.first, second.next), value, soft=soft)


def _is_soft(tokens: Tokens, item: _Item) -> bool:
    """Money, percentages and «пять тонн» are never soft; «двухтонный», «пара тонн» may go, and
    the 1 of «48 рублей за 1 евро»."""
    number = item.number
    if item.unit == "%" or not number.soft:
        return False
    if number.unit or number.value == 1 or tokens.words[item.first] in ru.MULTIPLES:
        return True
    unit = UNITS.get(item.unit)
    return item.unit in ("", "ordinal") or (unit is not None and unit.dimension in ("time", "fold"))


def _hedged(tokens: Tokens, index: int) -> bool:
    return not ru.HEDGES.isdisjoint(tokens.words[max(0, index - 2) : index])


def _unit(tokens: Tokens, index: int) -> tuple[str, int]:
    """The unit at a token and where it ends: «%», «кв. м», «американских долларов», «км/ч»."""
    words = tokens.words
    if words[index] in SIGNS:
        return SIGNS[words[index]], index + 1
    if words[index] == "°":
        return "degree", index + 1 + (words[index + 1] in ("c", "с"))
    if words[index : index + 2] == ["п", "."] and words[index + 2] == "п":
        return "percentage point", index + 3
    if words[index] in ("кв", "куб", "квадратных", "квадратного", "кубических", "кубометров"):
        return _square(tokens, index)
    if words[index + 1] in RUSSIAN_CURRENCIES and (adjective := _adjective(words[index])):
        return adjective, index + 2
    if words[index] in RUSSIAN_CURRENCIES and not _is_initial(tokens, index):
        return _currency(tokens, index)
    if words[index] in RUSSIAN_PARTS:
        return "", index
    if words[index] not in RUSSIAN_UNITS or _is_initial(tokens, index):
        return "", index
    return _speed(tokens, index)


def _adjective(word: str) -> str:
    return next((code for stem, code in ADJECTIVES.items() if word.startswith(stem)), "")


def _is_initial(tokens: Tokens, index: int) -> bool:
    """«5 М. Иванов», «3 Г»: a capital letter is not a metre or a gram."""
    return len(tokens.words[index]) == 1 and tokens.is_capital(index)


def _currency(tokens: Tokens, index: int) -> tuple[str, int]:
    code = RUSSIAN_CURRENCIES[tokens.words[index]]
    after = index + 1
    if tokens.words[after] == "." and tokens.glued(after) and after + 1 < len(tokens):
        after += tokens.words[index] in ("руб", "долл", "р", "грн")
    if tokens.words[after] in ("сша", "стерлингов"):
        after += 1
    return code, after


def _square(tokens: Tokens, index: int) -> tuple[str, int]:
    name = "square" if tokens.words[index].startswith("кв") else "cubic"
    after = index + 1 + (tokens.words[index + 1] == ".")
    unit = RUSSIAN_UNITS.get(tokens.words[after])
    return (f"{name} {unit}", after + 1) if unit else ("", index)


def _speed(tokens: Tokens, index: int) -> tuple[str, int]:
    unit = RUSSIAN_UNITS[tokens.words[index]]
    following = tokens.words[index + 1 : index + 3]
    if unit == "liter" and following[:2] in (["с", "."], [".", "с"]):
        return "horsepower", index + 3
    if unit == "mile" and following == ["в", "час"]:
        return "mile per hour", index + 3
    if unit == "kilometer" and following in (["/", "ч"], ["в", "час"]):
        return "kilometer per hour", index + 3
    if unit == "meter" and following in (["/", "с"], ["в", "секунду"]):
        return "meter per second", index + 3
    if unit == "%" and tokens.words[index + 1].startswith("пункт"):
        return "percentage point", index + 2
    return powered(tokens, unit, index + 1)


def _minor_part(tokens: Tokens, index: int) -> int:
    return index
