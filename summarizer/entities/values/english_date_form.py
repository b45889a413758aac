"""How American news writes dates and times: "December 29, 2014", "the 1990s", "18:30"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.values import Moment

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth".split()


def ordinal(value: int) -> str:
    """first … ninth, 10th, 21st, 112th."""
    return _ORDINALS[value] if 0 < value < 10 else _with_ending(value)


def _with_ending(value: int) -> str:
    ending = (
        "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    )
    return f"{value:,}{ending}"


def moment_form(moment: Moment) -> str:
    if moment.stop is not None:
        return _period(moment, moment.stop)
    parts = [_clock(moment), _WEEKDAYS[moment.weekday - 1] if moment.weekday else "", _date(moment)]
    return ", ".join(part for part in parts if part)


def _clock(moment: Moment) -> str:
    if moment.hour is None:
        return ""
    return f"{moment.hour}:{moment.minute or 0:02}"


def _date(moment: Moment) -> str:
    if moment.century is not None:
        return f"{_with_ending(moment.century)} century"
    if moment.decade is not None:
        return f"the {moment.decade}s"
    year = "" if moment.year is None else str(moment.year)
    if moment.quarter is not None:
        return f"the {_ORDINALS[moment.quarter]} quarter" + (f" of {year}" if year else "")
    if moment.month is None:
        return year
    month = _MONTHS[moment.month - 1]
    if moment.day is None:
        return f"{month} {year}".strip()
    return f"{month} {moment.day}" + (f", {year}" if year else "")


def _period(start: Moment, stop: Moment) -> str:
    """ "March 1–5, 2014", "February 28 to March 5, 2014", "2014–2015", "January–March 2015"."""
    start = replace(start, stop=None)
    tail = f", {stop.year}" if stop.year else ""
    if start.day and stop.day and start.month == stop.month and start.year == stop.year:
        return f"{_MONTHS[(start.month or 1) - 1]} {start.day}–{stop.day}{tail}"
    if start.year == stop.year and start.month and stop.month:
        first = _date(Moment(month=start.month, day=start.day))
        return f"{first}{' to ' if start.day else '–'}{_date(stop)}"
    first, last = moment_form(start), moment_form(stop)
    if start.month is None and start.day is None and start.year and stop.year:
        return f"{first}–{last}"
    if start.century and stop.century:
        return f"{_with_ending(start.century)} and {last}"
    return f"{first} to {last}"
