"""English years, decades, centuries and quarters: "2014-15", "the 1990s", "19th century", "Q3"."""

from __future__ import annotations

import re

from summarizer.entities.values import english_words as en
from summarizer.entities.values.english_clock import Dated
from summarizer.entities.values.tokens import DASHES, Tokens, is_number
from summarizer.entities.values.units import ENGLISH_CURRENCIES, ENGLISH_UNITS
from summarizer.values import Moment

_YEAR = re.compile(r"1\d{3}|20\d\d|2100")


def year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    position = index + (tokens.words[index] in (",", "of", "in"))
    position += tokens.words[position] == "of" and position > index
    if _YEAR.fullmatch(tokens.words[position]) and _ends_year(tokens, position + 1):
        return int(tokens.words[position]), position + 1
    return None, index


def _ends_year(tokens: Tokens, index: int) -> bool:
    """ "1990s" is a decade, "2014-15" a season."""
    if tokens.words[index] == "s" and tokens.glued(index):
        return False
    return not (
        tokens.words[index] in DASHES and tokens.glued(index) and is_number(tokens.words[index + 1])
    )


def read_years(tokens: Tokens, index: int) -> Dated | None:
    """ "2014", "2014–2015", "2014-15", "2014/15"."""
    if not _YEAR.fullmatch(tokens.words[index]) or _is_quantity(tokens, index):
        return None
    year, after = int(tokens.words[index]), index + 1
    if tokens.glued(after) and tokens.words[after].isalpha():
        return None
    joint, word = tokens.words[after], tokens.words[after + 1]
    if joint not in DASHES and joint not in ("/", "to", "through", "and"):
        return Dated(Moment(year), index, after)
    if joint != "and" and _YEAR.fullmatch(word) and 1800 <= year < int(word):
        return Dated(Moment(year, stop=Moment(int(word))), index, after + 2)
    if len(word) == 2 and word.isdecimal() and int(word) == year % 100 + 1 and tokens.glued(after):
        return Dated(Moment(year, stop=Moment(year + 1)), index, after + 2)
    if joint in DASHES and tokens.glued(after) and is_number(word):
        return None
    return Dated(Moment(year), index, after)


def _is_quantity(tokens: Tokens, index: int) -> bool:
    """ "$2014", "2014%", "1500 m"; a bare four-digit number is taken for a year otherwise,
    and the comparison lets a year stand for the same number."""
    before = tokens.words[index - 1] if index else ""
    after = tokens.words[index + 1]
    counted = ENGLISH_UNITS.get(after, "time") not in ("time", "day") or after in ENGLISH_CURRENCIES
    return (before in "$€£¥₽" and before != "") or counted or after in en.SCALES


def read_period(tokens: Tokens, index: int) -> Dated | None:
    """ "the 1990s", "'90s", "nineties", "19th century", "third quarter", "Q3"."""
    word = tokens.words[index]
    if word in en.DECADES:
        decade = en.DECADES[word]
        return Dated(Moment(decade=1900 + decade if decade else 2000), index, index + 1)
    if word.isdecimal() and word.endswith("0") and len(word) in (2, 4):
        return _decade(tokens, index)
    if word.startswith("q") and word == "q" and tokens.words[index + 1] in ("1", "2", "3", "4"):
        return Dated(Moment(quarter=int(tokens.words[index + 1])), index, index + 2)
    return _century(tokens, index)


def _decade(tokens: Tokens, index: int) -> Dated | None:
    after = index + 1
    after += tokens.words[after] in ("'", "’") and tokens.glued(after)
    if tokens.words[after] != "s" or not tokens.glued(after):
        return _century(tokens, index)
    value = int(tokens.words[index])
    if value < 100:
        value += 2000 if value < 20 else 1900
    return Dated(Moment(decade=value), index, after + 1)


def _century(tokens: Tokens, index: int) -> Dated | None:
    value, after = _ordinal_at(tokens, index)
    if not value:
        return None
    position = after
    stop = None
    if tokens.words[position] in (*DASHES, "and", "to", "or"):
        last, beyond = _ordinal_at(tokens, position + 1)
        if last and tokens.words[beyond] in en.CENTURY_WORDS:
            stop, position = Moment(century=last), beyond
    position += tokens.words[position] in DASHES and tokens.glued(position)
    if tokens.words[position] in en.CENTURY_WORDS:
        return Dated(Moment(century=value, stop=stop), index, position + 1)
    if tokens.words[position] == "quarter" and value <= 4:
        position += 1
        year, end = year_after(tokens, position)
        return Dated(Moment(year, quarter=value), index, end)
    return None


def _ordinal_at(tokens: Tokens, index: int) -> tuple[int, int]:
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= 2:
        glued = tokens.words[index + 1] in ("st", "nd", "rd", "th") and tokens.glued(index + 1)
        return (int(word), index + 2) if glued else (0, index)
    if word in en.ORDINALS:
        return en.ORDINALS[word][0], index + 1
    if word == "twenty" and tokens.words[index + 1] in DASHES:
        unit = en.ORDINALS.get(tokens.words[index + 2], (0, 0))[0]
        return (20 + unit, index + 3) if 0 < unit < 10 else (0, index)
    return 0, index
