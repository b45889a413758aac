"""Numbers, money, percentages and dates as values, so that they are compared and not spelt.

«12,5 млрд рублей» and "RUB 12.5bn" are the same `Amount`; «29 декабря 2014 г.» and
"Dec. 29, 2014" the same `Moment`.

Soft values raise no alarm: the Russian ones that a translator may word away («первый»,
«двухэтажный»), the English ones that may mean something else ("one", "second", "May"). They are
there to support each other, so that "the second wave" is not an invention beside «вторая волна».
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range of numbers, with its unit."""

    low: Decimal
    high: Decimal  # equal to `low` unless the text gives a range («5–7 %»)
    unit: str = (
        ""  # "" for a plain count, "%", an ISO 4217 code, "ordinal", or a unit's English name
    )
    hedged: bool = field(default=False, compare=False)  # «около», "nearly": it may be rounded
    soft: bool = False  # raises no alarm, see below


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, time or period; what the text does not say is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None  # 1990 for «90-е»
    century: int | None = None  # 19 for «XIX век»
    quarter: int | None = None
    weekday: int | None = None  # 1 for Monday
    # "6:30" may be p.m., «90-е» may be of any century
    loose: bool = field(default=False, compare=False)
    stop: Moment | None = None  # the end of a range («с 1 по 5 марта»)
    soft: bool = False


Value = Amount | Moment
