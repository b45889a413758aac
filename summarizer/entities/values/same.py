"""Whether an English value says what a Russian one says.

Values are compared atom by atom: an amount is one atom (a range two), a date one for each field
that the text gives, so that «29 декабря 2014 г.» may stand as "December 29 … 2014".
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from summarizer.entities.values.units import FAMILIES, UNITS
from summarizer.values import Amount, Moment, Value

# translators round when they convert: 160 km is "100 miles"
_CONVERTED = Decimal("0.08")
_ROUNDED = Decimal("0.02")
_FREE = frozenset(("", "ordinal", "time", "score"))
_FIELDS = ("year", "month", "day", "decade", "century", "quarter", "weekday")


class Atom(NamedTuple):
    field: str  # "amount", "clock" or a field of `Moment`
    value: Decimal
    unit: str = ""
    loose: bool = False  # a hedged amount; a clock that does not say a.m. or p.m.


@lru_cache(maxsize=5_000)
def _plain_atoms(value: Value) -> tuple[Atom, ...]:
    if isinstance(value, Moment):
        return tuple(dict.fromkeys(_moment_atoms(value)))
    ends = (value.low,) if value.low == value.high else (value.low, value.high)
    return tuple(Atom("amount", end, value.unit) for end in ends)


def atoms(value: Value) -> tuple[Atom, ...]:
    """The parts of a value that can stand apart in a text."""
    if isinstance(value, Amount) and value.hedged:
        return tuple(atom._replace(loose=True) for atom in _plain_atoms(value))
    if isinstance(value, Moment) and value.loose:
        return tuple(_moment_atoms(value))
    return _plain_atoms(value)


def _moment_atoms(moment: Moment) -> list[Atom]:
    found = [
        Atom(field, Decimal(value), loose=moment.loose)
        for field in _FIELDS
        if (value := getattr(moment, field)) is not None
    ]
    if moment.hour is not None:
        minutes = Decimal(moment.hour * 60 + (moment.minute or 0))
        found.append(Atom("clock", minutes, loose=moment.loose))
    return found + (_moment_atoms(moment.stop) if moment.stop else [])


def same(source: Value, target: Value) -> bool:
    """True if everything that the Russian value says is in the English one."""
    parts = atoms(target)
    return all(any(same_atom(atom, part) for part in parts) for atom in atoms(source))


def same_atom(source: Atom, target: Atom) -> bool:
    """True if two atoms have one meaning, rephrasing, rounding and conversion allowed."""
    if source.field != target.field:
        return _across(source, target) or _across(target, source)
    if source.field == "amount":
        return _same_amount(source, target)
    if source.value == target.value:
        return True
    if source.field == "clock":
        return (source.loose or target.loose) and (source.value - target.value) % 720 == 0
    if source.field == "year":
        short = min(source.value, target.value) < 100
        return short and (source.value - target.value) % 100 == 0
    # «20-е годы» are read as the 1920s and may be the 2020s
    return source.field == "decade" and source.loose and abs(source.value - target.value) == 100


def _across(amount: Atom, other: Atom) -> bool:
    """A plain number may be a year, a day, a decade («30-е место»), hours («в 6 часов»)."""
    if amount.field == "decade" and other.field == "year":
        return amount.value == other.value
    if amount.field == "century" and other.field in ("decade", "year"):
        return other.value // 100 + 1 == amount.value  # «40-е годы XX века» are "the 1940s"
    if amount.field != "amount":
        return False
    if other.field == "clock":
        hours, minutes = divmod(int(other.value), 60)
        if amount.unit in ("hour", ""):
            clock = Decimal(hours) + Decimal(minutes) / 100
            return amount.value in (clock, clock - 12) or (
                other.loose and amount.value == clock + 12
            )
        return False
    if amount.unit == "century" and other.field == "century":
        return amount.value == other.value  # "the 19 century"
    if amount.unit == "year" and other.field == "decade":
        return amount.value == other.value % 100  # «старше 20 лет»: "in her 20s"
    if amount.unit not in _FREE:
        return False
    if other.field == "decade":
        return amount.value in (other.value, other.value % 100)
    return other.field in ("year", "day", "century", "quarter") and amount.value == other.value


def _same_amount(source: Atom, target: Atom) -> bool:
    if source.value == target.value and same_unit(source.unit, target.unit):
        return True
    if _is_share(source, target) or _is_share(target, source):
        return True
    if target.unit == "meter" and source.value == target.value * 10**6:
        return True  # "1.7m people", "2m tons"
    if target.unit == "ordinal" and source.value < 1:
        return source.value * target.value == 1  # "by a fifth"
    if source.unit and target.unit and source.unit != target.unit:
        return _converted(source, target)
    if not same_unit(source.unit, target.unit):
        return False
    if not source.unit and _three_decimals(source.value, target.value):
        return True
    return _same_fraction(source.value, target.value) or (
        target.loose and _rounded(source.value, target.value)
    )


def _three_decimals(source: Decimal, target: Decimal) -> bool:
    """«13,435 случаев» and «62.198 балла» are read wrongly half of the time: both readings
    stand if the English has the same digits."""
    decimals, whole = sorted((source, target))
    return decimals * 1000 == whole and decimals < 1000 and decimals.as_tuple().exponent == -3


def same_unit(source: str, target: str) -> bool:
    """True if the units do not contradict each other; money and percent must stay."""
    if source == target or any(source in family and target in family for family in FAMILIES):
        return True
    if source in _FREE:
        return True
    return target in _FREE and source in UNITS


def is_money_or_share(unit: str) -> bool:
    """True for currencies, which are codes, and percentages. Hours and meters may be said in words
    that no table reads as theirs («лет двадцать», «10 долгих лет»); these hardly ever are. A pound
    may be a weight."""
    return (unit.isupper() and unit != "GBP") or unit in ("%", "percentage point")


def _is_share(percent: Atom, fraction: Atom) -> bool:
    """«50 %» is "half", «треть» is "33 percent"."""
    if percent.unit != "%" or fraction.unit or not 0 < fraction.value < 1:
        return False
    return abs(percent.value - fraction.value * 100) <= Decimal("0.5")


def _same_fraction(source: Decimal, target: Decimal) -> bool:
    """«треть» has no end of decimals."""
    return 0 < source < 100 and abs(source - target) < Decimal("0.000001")


def _rounded(source: Decimal, target: Decimal) -> bool:
    """True for fewer digits of the same, at most 2 % away: 2,98 млн is "nearly 3 million"."""
    if _digits(source) <= _digits(target) or abs(source - target) > _ROUNDED * abs(source):
        return False
    step = Decimal(1).scaleb(target.adjusted() - _digits(target) + 1)
    return any(
        (source / step).to_integral_value(rounding) * step == target
        for rounding in (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)
    )


def _digits(value: Decimal) -> int:
    """Significant digits: 2 for 250 000."""
    return len(value.normalize().as_tuple().digits)


def _converted(source: Atom, target: Atom) -> bool:
    ours, theirs = UNITS.get(source.unit), UNITS.get(_as_weight(target.unit, source.unit))
    if ours is None or theirs is None or ours.dimension != theirs.dimension:
        return False
    if ours.dimension == "temperature":
        return abs(source.value * 9 / 5 + 32 - target.value) <= Decimal("1.5")
    if ours.name == theirs.name:
        return source.value == target.value
    left, right = source.value * ours.factor, target.value * theirs.factor
    return abs(left - right) <= _CONVERTED * left


def _as_weight(unit: str, other: str) -> str:
    """ "pounds" is money unless the Russian has a weight."""
    weight = unit == "GBP" and other in UNITS and UNITS[other].dimension == "mass"
    return "lb" if weight else unit
