"""English times of day: "18:30", "6:30 p.m.", "six o'clock", "half past seven", "ten to eight"."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.entities.values import english_words as en
from summarizer.entities.values.tokens import Tokens, is_number
from summarizer.values import Moment

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?")
_MERIDIEM = re.compile(r"[ \u00a0]?([ap])\.?[ \u00a0]?m\b\.?", re.IGNORECASE)
_PART_OF_DAY = re.compile(r" in the (morning|afternoon|evening)|( at night)")
_OCLOCK = re.compile(r" ?o['’]clock")
_MINUTES = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}


class Dated(NamedTuple):
    """A moment read from token `first` up to `next`."""

    moment: Moment
    first: int
    next: int
    soft: bool = False


def read_clock(tokens: Tokens, index: int) -> Dated | None:
    """Read a time of day at a token; a bare number is none without "p.m." or "o'clock"."""
    spoken = _spoken(tokens, index)
    if spoken is not None:
        return spoken
    word = tokens.words[index]
    match = _CLOCK.fullmatch(word)
    if match is not None:
        return _with_half(tokens, index, int(match[1]), int(match[2]))
    hour = _hour(word)
    return None if hour is None else _with_half(tokens, index, hour, None)


def _hour(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 2 and int(word) <= 24:
        return int(word)
    return en.CARDINALS[word][0] if word in en.CARDINALS and en.CARDINALS[word][0] <= 12 else None


def _with_half(tokens: Tokens, index: int, hour: int, minute: int | None) -> Dated | None:
    """Add "p.m.", "o'clock" or "in the evening"."""
    stop = tokens.stops[index]
    oclock = _OCLOCK.match(tokens.text, stop)
    end = oclock.end() if oclock else stop
    afternoon, end = _half_of_day(tokens, end)
    if afternoon is None:
        if oclock is None and ":" not in tokens.words[index]:
            return None
        moment = Moment(hour=hour % 24, minute=minute, loose=0 < hour <= 12)
        return Dated(moment, index, tokens.after(end, index + 1))
    if hour <= 12:
        hour = hour % 12 + 12 * afternoon
    return Dated(Moment(hour=hour % 24, minute=minute), index, tokens.after(end, index))


def _half_of_day(tokens: Tokens, stop: int) -> tuple[bool | None, int]:
    """Whether it is after noon (None: not said), and where the words that say so end."""
    match = _MERIDIEM.match(tokens.text, stop)
    if match is not None:
        return match[1] in "pP", match.end()
    match = _PART_OF_DAY.match(tokens.text, stop)
    return (None, stop) if match is None else (match[1] != "morning", match.end())


def _spoken(tokens: Tokens, index: int) -> Dated | None:
    """ "half past seven", "quarter to eight", "twenty minutes past six"."""
    word = tokens.words[index]
    minute = int(word) if word.isdecimal() and len(word) <= 2 else _MINUTES.get(word, 0)
    after = index + 1 + (tokens.words[index + 1] in ("minutes", "minute"))
    joint, hour = tokens.words[after], _hour(tokens.words[after + 1])
    if not 0 < minute < 60 or joint not in ("past", "to") or not hour:
        return None
    if joint == "to":
        if (after == index + 1 and word != "quarter") or is_number(tokens.words[after + 1]):
            return None  # "ten to twelve" is a range
        hour, minute = hour - 1 or 12, 60 - minute
    afternoon, end = _half_of_day(tokens, tokens.stops[after + 1])
    if afternoon is not None:
        hour = hour % 12 + 12 * afternoon
    moment = Moment(hour=hour % 24, minute=minute, loose=afternoon is None)
    return Dated(moment, index, tokens.after(end, after + 1))
