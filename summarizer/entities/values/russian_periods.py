"""Russian years, decades, centuries and quarters: «2014–2015 годах», «90-е», «XIX век»."""

from __future__ import annotations

import re

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.russian_clock import Dated
from summarizer.entities.values.russian_compounds import roman_number
from summarizer.entities.values.russian_numbers import read_ordinal
from summarizer.entities.values.tokens import DASHES, Tokens, is_number
from summarizer.values import Moment

_YEAR = re.compile(r"1\d{3}|20\d\d|2100")


def read_after_ordinal(tokens: Tokens, index: int, value: int, after: int) -> Dated | None:
    """«девяностые годы», «девятнадцатый век», «третий квартал», «тысяча девятьсот … года»."""
    word = tokens.words[after]
    if word in ru.CENTURY_WORDS and word not in ("в", "вв") and value <= 30:
        return Dated(Moment(century=value), index, after + 1)
    if word in ru.QUARTER_WORDS and value <= 4:
        year, after = year_after(tokens, after + 1)
        return Dated(Moment(year, quarter=value), index, after)
    plural = word in ("годы", "годов", "годах", "годам", "годами", "гг")
    if plural and value % 10 == 0 and 20 <= value < 100:
        return Dated(Moment(decade=1900 + value, loose=True), index, after + 1)
    if word in ru.YEAR_WORDS and 1000 <= value <= 2100:
        return Dated(Moment(year=value), index, after + 1)
    return None


def year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """The year of «декабря 2014 г.», «января 2015-го», «марта, 2014»."""
    if not _YEAR.fullmatch(tokens.words[index]):
        ordinal = read_ordinal(tokens, index)
        if ordinal is not None and 1000 <= ordinal.value <= 2100:
            return int(ordinal.value), skip_year_word(tokens, ordinal.next)
        return None, index
    year = int(tokens.words[index])
    after = index + 1
    if tokens.words[after] in DASHES and tokens.words[after + 1] in ru.ORDINAL_ENDINGS:
        after += 2
    if tokens.glued(after) and tokens.words[after] in DASHES and is_number(tokens.words[after + 1]):
        return None, index
    return year, skip_year_word(tokens, after)


def skip_year_word(tokens: Tokens, index: int) -> int:
    if tokens.words[index] not in ru.YEAR_WORDS:
        return index
    dotted = tokens.words[index] in ("г", "гг") and tokens.words[index + 1] == "."
    return index + 1 + (dotted and index + 2 < len(tokens))


def read_years(tokens: Tokens, index: int) -> Dated | None:
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
    return Dated(Moment(year, stop=last), index, skip_year_word(tokens, after))


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


def read_decade(tokens: Tokens, index: int) -> Dated | None:
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
    return Dated(moment, index, skip_year_word(tokens, after))


def _decade_of(word: str) -> int:
    """1990 for «90»; «10» and «20» are of this century more often than of the last."""
    value = int(word)
    if value >= 100:
        return value
    return value + (2000 if value < 20 else 1900)


def read_decade_word(tokens: Tokens, index: int) -> Dated | None:
    word = tokens.words[index]
    if word in ru.DECADE_WORDS:
        return Dated(Moment(decade=ru.DECADE_WORDS[word]), index, index + 1)
    value = ru.ORDINALS.get(word, 0)
    if value % 10 or not 20 <= value < 100 or not word.endswith(("ые", "ых", "ым", "ыми")):
        return None
    return Dated(Moment(decade=1900 + value, loose=True), index, skip_year_word(tokens, index + 1))


def read_century(tokens: Tokens, index: int) -> Dated | None:
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
        year, after = year_after(tokens, after + 1)
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
