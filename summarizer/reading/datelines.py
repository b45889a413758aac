"""Dates as news sites print them under a headline: «29 Дек 2014», «29.12.2014, 15:30»."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "мая": 5, "май": 5, "июн": 6, "июл": 7,
    "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip

MONTH = (
    r"янв(?:ар[ья]|\.)?|фев(?:рал[ья]|р?\.)?|мар(?:та?|\.)?|апр(?:ел[ья]|\.)?|ма[йя]|"
    r"июн[ья]?\.?|июл[ья]?\.?|авг(?:уста?|\.)?|сент?(?:ябр[ья]|\.)?|окт(?:ябр[ья]|\.)?|"
    r"ноя(?:бр[ья]|б?\.)?|дек(?:абр[ья]|\.)?"
)
YEAR_WORD = r"(?:\s*(?:года|г\.?)(?!\w))?"
WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({MONTH})\s+(\d{{4}}){YEAR_WORD}", re.IGNORECASE)
ISO = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
FIGURES = re.compile(
    rf"(?<![\d.])(\d{{1,2}})[-./](\d{{1,2}})[-./](\d{{4}}|\d{{2}})(?!\d|\.\d){YEAR_WORD}"
)

TIME = re.compile(
    r"(?:\bв\s+)?(?<!\d)T?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s*[+-]\d{2}:?\d{2})?(?!\d)"
)
LABEL = re.compile(
    r"\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|"
    r"опубликовано|обновлено|дата(?: публикации)?|мск|msk|gmt|utc)\b\.?",
    re.IGNORECASE,
)
LINE_LIMIT = 80  # longer is a sentence that happens to hold a date
# «29 декабря 2014, РИА Новости»: an agency or a rubric may stand beside the date
CREDIT = re.compile(r"(?:[A-ZА-ЯЁ][\w.\-]*\s*){0,3}")


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first full date in `text` with its start and stop, None if there is none."""
    found = [hit for hit in (by_words(text), by_figures(text), by_iso(text)) if hit]
    return min(found, key=lambda hit: hit[1], default=None)


def parse_date(text: str) -> date | None:
    """The date that `text` says in any of the usual forms."""
    hit = find_date(text)
    return hit[0] if hit else None


def dateline_date(line: str, *, alone: bool) -> date | None:
    """The date of `line` if it is a dateline: a date and nothing that a reader would miss.

    With `alone` not even an agency's name may stand beside it.
    """
    hit = find_date(line) if len(line) <= LINE_LIMIT else None
    if hit is None:
        return None
    day, start, stop = hit
    rest = LABEL.sub(" ", TIME.sub(" ", f"{line[:start]} {line[stop:]}"))
    rest = re.sub(r"[\s,.:;|/()\[\]•·—–-]+", " ", rest).strip()
    if alone:
        return None if rest else day
    return day if CREDIT.fullmatch(rest) else None


def by_words(text: str) -> tuple[date, int, int] | None:
    match = WORDS.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    return dated(match, int(year), MONTHS[month[:3].lower()], int(day))


def by_figures(text: str) -> tuple[date, int, int] | None:
    match = FIGURES.search(text)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    return dated(match, year + 2000 if year < 100 else year, month, day)


def by_iso(text: str) -> tuple[date, int, int] | None:
    match = ISO.search(text)
    return dated(match, *map(int, match.groups())) if match else None


def dated(match: re.Match[str], year: int, month: int, day: int) -> tuple[date, int, int] | None:
    try:
        return date(year, month, day), match.start(), match.end()
    except ValueError:  # «31.02.2014» is not a date
        return None
