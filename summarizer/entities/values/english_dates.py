"""English dates and periods: "Dec. 29, 2014", "29th of December", "the 1990s", "third quarter"."""

from __future__ import annotations

import re

from summarizer.entities.values import english_words as en
from summarizer.entities.values.english_clock import Dated, read_clock
from summarizer.entities.values.english_periods import read_period, read_years, year_after
from summarizer.entities.values.tokens import DASHES, Tokens, is_number
from summarizer.values import Moment

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
# whatever one of the readers looks for behind plain digits that begin a date or a time
_AFTER_DIGITS = frozenset().union(
    en.MONTHS, DASHES, "/ ' ’ s st nd rd th of day to past minute minutes o a p am pm in at".split()
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)")


def read_dates(tokens: Tokens, index: int) -> list[Dated]:
    """Read the date, dates ("December 29 and 30") or time that begins at a token; [] if none."""
    word = tokens.words[index]
    if word in en.MONTHS:
        return _from_month(tokens, index)
    if is_number(word) and (_is_quantity(tokens, index) or tokens.after_letter(index)):
        return []
    for read in (_numeric, read_clock, read_period, _weekday, _from_day, read_years):
        found = read(tokens, index)
        if found is not None:
            return [found]
    return []


def _is_quantity(tokens: Tokens, index: int) -> bool:
    """True where plain digits can be no date for what follows them: "5 million", "30 houses".
    Four digits may be a year before anything."""
    word = tokens.words[index]
    return word.isdecimal() and len(word) != 4 and tokens.words[index + 1] not in _AFTER_DIGITS


def _from_month(tokens: Tokens, index: int) -> list[Dated]:
    """ "Dec. 29, 2014", "March 1–5", "March 1 and 5", "January 2015", "May"."""
    month, after = _month_at(tokens, index)
    if not month or not tokens.is_capital(index):
        return []
    day = _day_at(tokens, after)
    if day is None:
        return [_month_alone(tokens, index, month, after)]
    return _days(tokens, index, month, day)


def _month_at(tokens: Tokens, index: int) -> tuple[int, int]:
    word = tokens.words[index]
    month = en.MONTHS.get(word, 0)
    dotted = len(word) <= 4 and tokens.words[index + 1] == "." and tokens.glued(index + 1)
    return month, index + 1 + (dotted and index + 2 < len(tokens))


def _day_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of a month: "29", "29th", "twenty-ninth"; not the 15 of "March 15 million"."""
    word = tokens.words[index]
    index += word == "the"
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        after = index + 1
        if tokens.words[after] in ("st", "nd", "rd", "th") and tokens.glued(after):
            after += 1
        return None if tokens.words[after] in en.SCALES else (int(word), after)
    if word in en.ORDINALS and en.ORDINALS[word][0] <= 30:
        return en.ORDINALS[word][0], index + 1
    if word in ("twenty", "thirty") and tokens.words[index + 1] in DASHES:
        unit = en.ORDINALS.get(tokens.words[index + 2], (0, 0))[0]
        return (en.CARDINALS[word][0] + unit, index + 3) if 0 < unit < 10 else None
    return None


def _days(tokens: Tokens, index: int, month: int, day: tuple[int, int]) -> list[Dated]:
    first, after = day
    joint = tokens.words[after]
    second = (
        _day_at(tokens, after + 1) if joint in DASHES or joint in ("to", "and", "through") else None
    )
    if second is not None and (joint != "and" or _is_day(tokens, second[1])):
        year, end = year_after(tokens, second[1])
        if joint == "and":
            return [
                Dated(Moment(year, month, first), index, after),
                Dated(Moment(year, month, second[0]), after + 1, end),
            ]
        stop = Moment(year, month, second[0])
        return [Dated(Moment(year, month, first, stop=stop), index, end)]
    year, end = year_after(tokens, after)
    return [Dated(Moment(year, month, first), index, end)]


def _is_day(tokens: Tokens, index: int) -> bool:
    """In "December 29 and 30 people" the 30 is no day."""
    word = tokens.words[index]
    return not word.isalpha() or word in ("in", "at", "the", "and", "when", "of", "on", "this")


def _month_alone(tokens: Tokens, index: int, month: int, after: int) -> Dated:
    year, end = year_after(tokens, after)
    stop = None
    if year is None and tokens.words[after] in (*DASHES, "to", "through"):
        last, beyond = _month_at(tokens, after + 1)
        if last and tokens.is_capital(after + 1) and _day_at(tokens, beyond) is None:
            year, end = year_after(tokens, beyond)
            stop = Moment(year, last)
    before = tokens.words[index - 1] if index else ""
    doubtful = tokens.words[index] in en.DOUBTFUL_MONTHS and year is None
    soft = doubtful and before not in en.BEFORE_MONTH
    return Dated(Moment(year, month, stop=stop), index, end, soft)


def _from_day(tokens: Tokens, index: int) -> Dated | None:
    """ "29 December 2014", "the 29th of December", "1–5 March"."""
    if tokens.words[index] == "the":
        return None
    day = _day_at(tokens, index)
    if day is None:
        return None
    first, after = day
    last: int | None = None
    if tokens.words[after] in DASHES or tokens.words[after] == "to":
        second = _day_at(tokens, after + 1)
        if second is None:
            return None
        last, after = second
    after += tokens.words[after] in ("of", "day")
    month, after = _month_at(tokens, after)
    if not month or not tokens.is_capital(after - 1 - (tokens.words[after - 1] == ".")):
        return None
    year, end = year_after(tokens, after)
    stop = None if last is None else Moment(year, month, last)
    return Dated(Moment(year, month, first, stop=stop), index, end)


def _weekday(tokens: Tokens, index: int) -> Dated | None:
    weekday = en.WEEKDAYS.get(tokens.words[index])
    if weekday is None or not tokens.is_capital(index):
        return None
    return Dated(Moment(weekday=weekday), index, index + 1)


def _numeric(tokens: Tokens, index: int) -> Dated | None:
    """ "2014-12-29", "12/29/2014", "29.12.2014"."""
    if not is_number(tokens.words[index]):
        return None
    start = tokens.starts[index]
    if match := _ISO.match(tokens.text, start):
        year, month, day = (int(part) for part in match.groups())
    elif match := _SLASHED.match(tokens.text, start):
        month, day, year = (int(part) for part in match.groups())
        if month > 12:
            month, day = day, month
    elif match := _DOTTED.fullmatch(tokens.words[index]):
        day, month, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
        return Dated(Moment(year, month, day), index, index + 1) if _valid(month, day) else None
    elif tokens.words[index : index + 3] == ["9", "/", "11"]:
        return Dated(Moment(month=9, day=11), index, index + 3)
    else:
        return None
    if not _valid(month, day):
        return None
    return Dated(Moment(year, month, day), index, tokens.after(match.end(), index))


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31
