"""Russian dates and periods: «29 декабря 2014 г.», «в 2014–2015 годах», «XIX век», «90-е»."""

from __future__ import annotations

import re

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.russian_clock import (
    Dated,
    read_clock,
    read_hours,
    read_spoken_time,
)
from summarizer.entities.values.russian_numbers import read_ordinal, roman_number
from summarizer.entities.values.tokens import DASHES, Tokens, is_number
from summarizer.values import Moment

_NUMERIC_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)")
_SLASHED_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?!\d)")
_YEAR = re.compile(r"1\d{3}|20\d\d|2100")


def read_dates(tokens: Tokens, index: int) -> list[Dated]:
    """Read the date, dates («29 и 30 декабря») or time that begins at a token; [] if none."""
    word = tokens.words[index]
    if is_number(word):
        return _from_digits(tokens, index)
    for read in (_weekday, _month, _adjective, _decade_word, _century, read_spoken_time):
        found = read(tokens, index)
        if found is not None:
            return [found]
    return _day_in_words(tokens, index)


def _from_digits(tokens: Tokens, index: int) -> list[Dated]:
    found = (
        _numeric_date(tokens, index)
        or read_clock(tokens, index)
        or _century(tokens, index)
        or _decade(tokens, index)
        or _years(tokens, index)
    )
    return [found] if found else _days(tokens, index)


def _numeric_date(tokens: Tokens, index: int) -> Dated | None:
    match = _NUMERIC_DATE.fullmatch(tokens.words[index])
    if tokens.words[index : index + 3] == ["9", "/", "11"]:
        return Dated(Moment(month=9, day=11), index, index + 3)
    if match is None:
        match = _SLASHED_DATE.match(tokens.text, tokens.starts[index])
    if match is None or not (1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12):
        return None
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    after = index + 1 if "." in match[0] else index + 5
    moment = Moment(year, int(match[2]), int(match[1]))
    return Dated(moment, index, _skip_year_word(tokens, after))


# Days ------------------------------------------------------------------------------------------


def _days(tokens: Tokens, index: int) -> list[Dated]:
    """«29 декабря 2014 г.», «1–5 марта», «1, 2 и 3 мая», «с 28 февраля по 5 марта»."""
    days: list[tuple[int, int]] = []
    ranged, position = False, index
    while (day := _day(tokens, position)) is not None:
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
    year, after = _year_after(tokens, after)
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
        found = _after_ordinal(tokens, index, int(ordinal.value), ordinal.next)
        return [found] if found else []
    found = read_hours(tokens, index)
    return [found] if found else []


def _after_ordinal(tokens: Tokens, index: int, value: int, after: int) -> Dated | None:
    """«девяностые годы», «девятнадцатый век», «третий квартал», «тысяча девятьсот … года»."""
    word = tokens.words[after]
    if word in ru.CENTURY_WORDS and word not in ("в", "вв") and value <= 30:
        return Dated(Moment(century=value), index, after + 1)
    if word in ru.QUARTER_WORDS and value <= 4:
        year, after = _year_after(tokens, after + 1)
        return Dated(Moment(year, quarter=value), index, after)
    plural = word in ("годы", "годов", "годах", "годам", "годами", "гг")
    if plural and value % 10 == 0 and 20 <= value < 100:
        return Dated(Moment(decade=1900 + value, loose=True), index, after + 1)
    if word in ru.YEAR_WORDS and 1000 <= value <= 2100:
        return Dated(Moment(year=value), index, after + 1)
    return None


# Months, years, longer periods -----------------------------------------------------------------


def _month(tokens: Tokens, index: int) -> Dated | None:
    month = ru.MONTHS.get(tokens.words[index])
    if month is None:
        return None
    after = index + 1
    stop = None
    if tokens.words[after] in DASHES and tokens.words[after + 1] in ru.MONTHS:
        stop = ru.MONTHS[tokens.words[after + 1]]
        after += 2
    year, after = _year_after(tokens, after)
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
    """«окружающую среду», «среду обитания»: the other meaning of the word."""
    before = tokens.words[index - 1] if index else ""
    adjective = before.endswith("ую") and before not in _WEEK_ADJECTIVES
    return adjective or tokens.words[index + 1] in ("обитания", "для")


_WEEK_ADJECTIVES = frozenset(
    "прошлую минувшую следующую ближайшую каждую будущую нынешнюю прошедшую первую вторую третью "
    "четвертую последнюю".split()
)


def _year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """The year of «декабря 2014 г.», «января 2015-го», «марта, 2014»."""
    if not _YEAR.fullmatch(tokens.words[index]):
        ordinal = read_ordinal(tokens, index)
        if ordinal is not None and 1000 <= ordinal.value <= 2100:
            return int(ordinal.value), _skip_year_word(tokens, ordinal.next)
        return None, index
    year = int(tokens.words[index])
    after = index + 1
    if tokens.words[after] in DASHES and tokens.words[after + 1] in ru.ORDINAL_ENDINGS:
        after += 2
    if tokens.glued(after) and tokens.words[after] in DASHES and is_number(tokens.words[after + 1]):
        return None, index
    return year, _skip_year_word(tokens, after)


def _skip_year_word(tokens: Tokens, index: int) -> int:
    if tokens.words[index] not in ru.YEAR_WORDS:
        return index
    dotted = tokens.words[index] in ("г", "гг") and tokens.words[index + 1] == "."
    return index + 1 + (dotted and index + 2 < len(tokens))


def _years(tokens: Tokens, index: int) -> Dated | None:
    """«2014 г.», «2014–2015 годах», «с 2014 по 2015 год», «2014/15», «в 2014-м», «в 95-м году»."""
    first = _bare_year(tokens, index)
    if first is None:
        return _short_year(tokens, index)
    year, after = first
    stop, after = _last_year(tokens, after, year)
    worded = tokens.words[after] in ru.YEAR_WORDS
    if not worded and ((stop is None and after == index + 1) or not 1800 <= year <= 2100):
        return None
    last = None if stop is None else Moment(stop)
    return Dated(Moment(year, stop=last), index, _skip_year_word(tokens, after))


def _bare_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    if not _YEAR.fullmatch(word):
        return None
    after = index + 1
    if tokens.words[after] in DASHES and tokens.glued(after) and tokens.glued(after + 1):
        ending = tokens.words[after + 1]
        if ending in ("м", "го", "й", "му", "ом", "ый", "ого", "ым"):
            return int(word), after + 2
    return int(word), after


def _last_year(tokens: Tokens, index: int, first: int) -> tuple[int | None, int]:
    joint, word = tokens.words[index], tokens.words[index + 1]
    if joint not in DASHES and joint not in ("/", "по", "до"):
        return None, index
    if _YEAR.fullmatch(word) and (int(word) > first or joint in ("по", "до")):
        year = _bare_year(tokens, index + 1)
        if year is not None and (joint in DASHES or tokens.words[year[1]] in ru.YEAR_WORDS):
            return year
        return (int(word), index + 2) if joint == "/" else (None, index)
    if joint not in ("по", "до") and len(word) == 2 and word.isdecimal():
        last = first // 100 * 100 + int(word)
        follows = tokens.glued(index) and last == first + 1
        return (last, index + 2) if follows else (None, index)
    return None, index


def _short_year(tokens: Tokens, index: int) -> Dated | None:
    """«в 95-м году», «в 95 году»."""
    word = tokens.words[index]
    after = index + 1
    if len(word) != 2 or not word.isdecimal():
        return None
    if tokens.words[after] in DASHES and tokens.words[after + 1] in ("м", "го", "й", "ом"):
        after += 2
    if tokens.words[after] in ("году", "год", "года") and after > index + 1:
        return Dated(Moment(year=int(word)), index, after + 1)
    return None


def _decade(tokens: Tokens, index: int) -> Dated | None:
    """«90-е», «1990-х годов», «80–90-х»."""
    word, position, stop = tokens.words[index], index, None
    if not (word.isdecimal() and len(word) in (2, 4) and word.endswith("0")):
        return None
    if tokens.words[index + 1] in DASHES and is_number(tokens.words[index + 2]):
        position, stop = index + 2, tokens.words[index + 2]
    after = position + 3
    if tokens.words[position + 1] not in DASHES or not tokens.glued(position + 2):
        return None
    if tokens.words[position + 2] not in ("е", "х", "ые", "ых", "ми", "м"):
        return None
    years = tokens.words[after] in ("годы", "годов", "годах", "годам", "гг", "годами")
    if not years and (tokens.words[position + 2] not in ("е", "х") or int(word) < 20):
        return None
    last = _decade_of(stop) if stop else None
    stop_moment = Moment(decade=last, loose=len(stop or "") == 2) if last else None
    moment = Moment(decade=_decade_of(word), loose=len(word) == 2, stop=stop_moment)
    return Dated(moment, index, _skip_year_word(tokens, after))


def _decade_of(word: str) -> int:
    """1990 for «90»; «10» and «20» are of this century more often than of the last."""
    value = int(word)
    if value >= 100:
        return value
    return value + (2000 if value < 20 else 1900)


def _decade_word(tokens: Tokens, index: int) -> Dated | None:
    word = tokens.words[index]
    if word in ru.DECADE_WORDS:
        return Dated(Moment(decade=ru.DECADE_WORDS[word]), index, index + 1)
    value = ru.ORDINALS.get(word, 0)
    if value % 10 or not 20 <= value < 100 or not word.endswith(("ые", "ых", "ым", "ыми")):
        return None
    return Dated(Moment(decade=1900 + value, loose=True), index, _skip_year_word(tokens, index + 1))


def _century(tokens: Tokens, index: int) -> Dated | None:
    """«XIX век», «XXI века», «19-й век», «в XIX–XX веках», «I квартал»."""
    value, after = _century_number(tokens, index)
    if not value:
        return None
    stop = None
    if tokens.words[after] in DASHES or tokens.words[after] == "и":
        last, beyond = _century_number(tokens, after + 1)
        if last and tokens.words[beyond] in ru.CENTURY_WORDS:
            stop, after = last, beyond
    word = tokens.words[after]
    if word in ru.CENTURY_WORDS and (word not in ("в", "вв") or tokens.words[after + 1] == "."):
        after += 1 + (word in ("в", "вв"))
        last_century = None if stop is None else Moment(century=stop)
        return Dated(Moment(century=value, stop=last_century), index, after)
    if word in ru.QUARTER_WORDS and value <= 4:
        year, after = _year_after(tokens, after + 1)
        return Dated(Moment(year, quarter=value), index, after)
    return None


def _century_number(tokens: Tokens, index: int) -> tuple[int, int]:
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= 2:
        after = index + 1
        if tokens.words[after] in DASHES and tokens.words[after + 1] in ru.ORDINAL_ENDINGS:
            after += 2
        return int(word), after
    return roman_number(tokens.original(index)), index + 1
