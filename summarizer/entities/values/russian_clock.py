"""Russian times of day: «18:30», «в 6 часов вечера», «в половине восьмого», «без четверти пять»."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.russian_numbers import read_number
from summarizer.entities.values.tokens import Tokens
from summarizer.values import Moment

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?")
_PARTS_OF_DAY = {"утра": 0, "дня": 12, "вечера": 12, "ночи": 0, "пополудни": 12}
_HOUR = frozenset(("час", "часа", "часу", "часов"))
OF_HOURS = _HOUR | {"ч"} | _PARTS_OF_DAY.keys()
_AT = frozenset("в к с до около после во ко от".split())


class Dated(NamedTuple):
    """A moment read from token `first` up to `next`."""

    moment: Moment
    first: int
    next: int
    soft: bool = False


def read_clock(tokens: Tokens, index: int) -> Dated | None:
    """«18:30», «в 18.30», «в 6 часов вечера», «в 18 часов 30 минут»."""
    match = _CLOCK.fullmatch(tokens.words[index])
    before = tokens.words[index - 1] if index else ""
    if match is None:
        return read_hours(tokens, index)
    after = index + 1
    zoned = tokens.words[after] in ("мск", "gmt", "utc", "по", "часов", "час", "часа", "ч")
    if ":" not in tokens.words[index] and not (
        len(tokens.words[index]) >= 4 and (before in _AT or zoned) and _ends_clause(tokens, after)
    ):
        return None
    hour, after = _part_of_day(tokens, int(match[1]), after)
    return Dated(Moment(hour=hour % 24, minute=int(match[2])), index, after)


def _ends_clause(tokens: Tokens, index: int) -> bool:
    """«в 18.30 мск», «до 18.30.» are times, «до 18.30 процента» is not."""
    word = tokens.words[index]
    clock_words = ("мск", "по", "часов", "час", "часа", "ч", "и", "в", "до", "на", "gmt", "utc")
    return (not word.isalnum() and word not in ("%", "$", "€")) or word in clock_words


def read_hours(tokens: Tokens, index: int) -> Dated | None:
    if OF_HOURS.isdisjoint(tokens.words):  # before the number is read for nothing
        return None
    number = read_number(tokens, index)
    if number is None or (not number.bare and number.unit) or not 0 <= number.value <= 24:
        return None
    after, hour = number.next, int(number.value)
    if hour != number.value:
        return None
    named = tokens.words[after] in ("часов", "часа", "час", "ч")
    after += named
    after += tokens.words[after - 1] == "ч" and tokens.words[after] == "."
    minute = None
    if named and tokens.words[after].isdecimal() and tokens.words[after + 1] in ("минут", "мин"):
        minute, after = int(tokens.words[after]), after + 2
    definite, beyond = _part_of_day(tokens, hour, after)
    before = tokens.words[index - 1] if index else ""
    # «два дня» is a duration, «в два дня» the clock
    if beyond > after and (named or tokens.words[after] != "дня" or before in _AT):
        return Dated(Moment(hour=definite, minute=minute), index, beyond)
    clock = minute is not None and hour < 24
    if named and (clock or (before in ("в", "к") and tokens.words[after] == "по")):
        return Dated(Moment(hour=hour % 24, minute=minute), index, after)
    return None


def _part_of_day(tokens: Tokens, hour: int, index: int) -> tuple[int, int]:
    """«6 часов вечера» is 18; «12 ночи» is 0."""
    word = tokens.words[index]
    if word in ("часов", "часа", "час", "ч") and tokens.words[index + 1] in _PARTS_OF_DAY:
        index, word = index + 1, tokens.words[index + 1]
    if word not in _PARTS_OF_DAY:
        return hour, index
    if hour == 12:
        return (0 if word in ("ночи", "утра") else 12), index + 1
    return hour + (_PARTS_OF_DAY[word] if hour < 12 else 0), index + 1


def read_spoken_time(tokens: Tokens, index: int) -> Dated | None:
    """«час ночи», «в половине восьмого», «пятнадцать минут восьмого», «без четверти пять»."""
    word = tokens.words[index]
    if word in ("час", "часу", "часа"):
        hour, after = _part_of_day(tokens, 1, index + 1)
        return Dated(Moment(hour=hour, minute=None), index, after) if after > index + 1 else None
    if word == "без":
        return _before_hour(tokens, index)
    if word in ru.FRACTIONS and ru.FRACTIONS[word] == (1, 2):
        return _half_hour(tokens, index)
    number = read_number(tokens, index)
    if number is None or tokens.words[number.next] not in ("минут", "минуты"):
        return None
    return _after_hour(tokens, index, int(number.value), number.next + 1)


def _half_hour(tokens: Tokens, index: int) -> Dated | None:
    """«в половине восьмого»; not «во второй половине седьмого тайма»."""
    found = _after_hour(tokens, index, 30, index + 1)
    before = tokens.words[index - 1] if index else ""
    if found is None or not found.moment.loose:
        return found
    word = tokens.words[found.next]
    return found if before in _AT and (not word.isalpha() or word in _AT) else None


def _after_hour(tokens: Tokens, index: int, minute: int, after: int) -> Dated | None:
    """«половина восьмого» is half past seven."""
    word = tokens.words[after]
    hour = ru.ORDINALS.get(word, 0)
    if not 1 <= hour <= 12 or not word.endswith(("ого", "его")) or minute >= 60:
        return None
    return _spoken(tokens, index, (hour - 2) % 12 + 1, minute, after + 1)


def _before_hour(tokens: Tokens, index: int) -> Dated | None:
    """«без четверти пять», «без десяти минут восемь»."""
    minutes = 15 if tokens.words[index + 1] == "четверти" else 0
    after = index + 2
    if not minutes:
        number = read_number(tokens, index + 1)
        if number is None or not 0 < number.value < 30:
            return None
        minutes, after = int(number.value), number.next
    after += tokens.words[after] in ("минут", "минуты")
    hour = ru.CARDINALS.get(tokens.words[after], (0, 0))[0]
    if not 1 <= hour <= 12:
        return None
    return _spoken(tokens, index, (hour - 2) % 12 + 1, 60 - minutes, after + 1)


def _spoken(tokens: Tokens, index: int, hour: int, minute: int, after: int) -> Dated:
    definite, beyond = _part_of_day(tokens, hour, after)
    loose = beyond == after
    return Dated(Moment(hour=definite % 24, minute=minute, loose=loose), index, beyond)
