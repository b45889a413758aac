"""Russian dates and periods: «29 декабря 2014 г.», «в 2014–2015 годах», «XIX век», «90-е»."""

from __future__ import annotations

import re

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.russian_clock import (
    OF_HOURS,
    Dated,
    read_clock,
    read_hours,
    read_spoken_time,
)
from summarizer.entities.values.russian_numbers import read_ordinal
from summarizer.entities.values.russian_periods import (
    read_after_ordinal,
    read_century,
    read_decade,
    read_decade_word,
    read_years,
    skip_year_word,
    year_after,
)
from summarizer.entities.values.tokens import DASHES, Tokens, is_number
from summarizer.values import Moment

_MOST_DAYS = 12  # in one list: a table of small numbers is not read again from each of them
_DOTTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)")
# whatever one of the readers looks for behind plain digits that begin a date or a time
_AFTER_DIGITS = frozenset().union(
    ru.MONTHS, ru.MONTH_ABBREVIATIONS, ru.YEAR_WORDS, ru.CENTURY_WORDS, ru.QUARTER_WORDS, OF_HOURS,
    DASHES, ("/", ","), "и или по до на с целых целая целую целой целыми".split(),
    (word for word, scale in ru.SCALES.items() if scale <= 24),
)  # fmt: skip
_SLASHED_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?!\d)")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")


def read_dates(tokens: Tokens, index: int) -> list[Dated]:
    """Read the date, dates («29 и 30 декабря») or time that begins at a token; [] if none."""
    word = tokens.words[index]
    if is_number(word):
        if _is_quantity(tokens, index) or tokens.after_letter(index):
            return []
        return _from_digits(tokens, index)
    for read in (_weekday, _month, _adjective, read_decade_word, read_century, read_spoken_time):
        found = read(tokens, index)
        if found is not None:
            return [found]
    return _day_in_words(tokens, index)


def _is_quantity(tokens: Tokens, index: int) -> bool:
    """True where plain digits can be no date for what follows them: «5 миллионов», «30 домов».
    Most are such, and it saves asking six readers of each."""
    word = tokens.words[index]
    return word.isdecimal() and word[0] != "0" and tokens.words[index + 1] not in _AFTER_DIGITS


def _from_digits(tokens: Tokens, index: int) -> list[Dated]:
    found = (
        _numeric_date(tokens, index)
        or read_clock(tokens, index)
        or read_century(tokens, index)
        or read_decade(tokens, index)
        or read_years(tokens, index)
    )
    return [found] if found else _days(tokens, index)


def _numeric_date(tokens: Tokens, index: int) -> Dated | None:
    """«29.12.2014», «29.12.14», «29/12/2014», «2014-12-29»."""
    start = tokens.starts[index]
    if tokens.words[index : index + 3] == ["9", "/", "11"]:
        return Dated(Moment(month=9, day=11), index, index + 3)
    if match := _ISO_DATE.match(tokens.text, start):
        year, month, day = map(int, match.groups())
    elif match := _DOTTED_DATE.fullmatch(tokens.words[index]) or _SLASHED_DATE.match(
        tokens.text, start
    ):
        day, month, year = map(int, match.groups())
        year += 2000 if year < 100 else 0
    else:
        return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    after = tokens.after(start + len(match[0]), index)
    return Dated(Moment(year, month, day), index, skip_year_word(tokens, after))


def _days(tokens: Tokens, index: int) -> list[Dated]:
    """«29 декабря 2014 г.», «1–5 марта», «1, 2 и 3 мая», «с 28 февраля по 5 марта»."""
    days: list[tuple[int, int]] = []
    ranged, position = False, index
    while len(days) < _MOST_DAYS and (day := _day(tokens, position)) is not None:
        days.append((day[0], position))
        position = day[1]
        month = _month_at(tokens, position)
        if month is not None:
            return _with_month(tokens, days, month, ranged=ranged)
        joint = tokens.words[position]
        if joint not in DASHES and joint not in (",", "и", "или", "по", "до", "на"):
            return []
        ranged = joint in DASHES or joint in ("по", "до")
        position += 1
    return []


def _day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        after = index + 1
        if tokens.words[after] in DASHES and tokens.words[after + 1] in ("го", "е", "ое", "му"):
            after += 2
        return int(word), after
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None and ordinal.value <= 31:
        return int(ordinal.value), ordinal.next
    return None


def _month_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    if word in ru.MONTHS:
        return ru.MONTHS[word], index + 1
    if word in ru.MONTH_ABBREVIATIONS:
        dotted = tokens.words[index + 1] == "." and tokens.glued(index + 1)
        return ru.MONTH_ABBREVIATIONS[word], index + 1 + dotted
    return None


def _with_month(
    tokens: Tokens, days: list[tuple[int, int]], month: tuple[int, int], *, ranged: bool
) -> list[Dated]:
    number, after = month
    year, after = year_after(tokens, after)
    if ranged and len(days) == 2:
        stop = Moment(year, number, days[1][0])
        return [Dated(Moment(year, number, days[0][0], stop=stop), days[0][1], after)]
    stops = [start for _, start in days[1:]]
    # each day of a list ends before the joint that leads to the next one
    ends = [stop - 1 for stop in stops] + [after]
    return [
        Dated(Moment(year, number, day), start, end)
        for (day, start), end in zip(days, ends, strict=True)
    ]


def _day_in_words(tokens: Tokens, index: int) -> list[Dated]:
    """«двадцать девятого декабря», «пятое марта», «в две тысячи четырнадцатом году»."""
    word = tokens.words[index]
    if word not in ru.ORDINALS and word not in ru.CARDINALS and word not in ru.SCALES:
        return []
    ordinal = read_ordinal(tokens, index)
    if ordinal is not None:
        if _month_at(tokens, ordinal.next) is not None:
            return _days(tokens, index)
        found = read_after_ordinal(tokens, index, int(ordinal.value), ordinal.next)
        return [found] if found else []
    found = read_hours(tokens, index)
    return [found] if found else []


def _month(tokens: Tokens, index: int) -> Dated | None:
    month = ru.MONTHS.get(tokens.words[index])
    if month is None:
        return None
    after = index + 1
    stop = None
    if tokens.words[after] in DASHES and tokens.words[after + 1] in ru.MONTHS:
        stop = ru.MONTHS[tokens.words[after + 1]]
        after += 2
    year, after = year_after(tokens, after)
    last = Moment(year, stop) if stop else None
    # «Марта», «Май» may be names: a name begins with a capital, a month does not
    return Dated(Moment(year, month, stop=last), index, after, soft=tokens.is_capital(index))


def _adjective(tokens: Tokens, index: int) -> Dated | None:
    """«мартовский», «субботний»."""
    word = tokens.words[index]
    month, weekday = ru.MONTH_ADJECTIVES.get(word), ru.WEEKDAY_ADJECTIVES.get(word)
    if month is None and weekday is None:
        return None
    return Dated(Moment(month=month, weekday=weekday), index, index + 1, soft=True)


def _weekday(tokens: Tokens, index: int) -> Dated | None:
    weekday = ru.WEEKDAYS.get(tokens.words[index])
    if weekday is None and tokens.words[index] in ("среды", "среде", "средой", "среда"):
        before = tokens.words[index - 1] if index else ""
        weekday = 3 if before in ("со", "к", "до", "ко") else None
    if weekday == 3 and tokens.words[index] == "среду" and _is_surroundings(tokens, index):
        return None
    return Dated(Moment(weekday=weekday), index, index + 1) if weekday else None


def _is_surroundings(tokens: Tokens, index: int) -> bool:
    """«окружающую среду», «обеспечить ей среду»: the other meaning of the word."""
    before = tokens.words[index - 1] if index else ""
    if before in _BEFORE_WEEKDAY or not before.isalpha():
        return tokens.words[index + 1] in ("обитания", "для")
    return before not in _WEEK_ADJECTIVES


_BEFORE_WEEKDAY = frozenset("в во на и или за по про под".split())
_WEEK_ADJECTIVES = frozenset(
    "прошлую минувшую следующую ближайшую каждую будущую нынешнюю прошедшую первую вторую третью "
    "четвертую последнюю".split()
)
