"""Where an article's title, dateline and paragraphs are, how its lines and letters are joined."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from summarizer.reading.datelines import dateline_date
from summarizer.types import Span

BREAKS = re.compile("\r\n|[\r\u2028\u2029\x85\v\f]")
# soft hyphens, zero-width spaces and joiners, marks of direction, a stress mark («Босано́ва»):
# each would cut a name in two
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[А-яЁё])[\u0300\u0301]")
ENDINGS = ".!?…:;"
CLOSERS = "»”\"')"
BULLET = re.compile(r"\s*(?:[•●▪◦*·–—-]|\d{1,3}[.)]|[а-яa-z]\))\s", re.IGNORECASE)
TITLE_LIMIT = 250  # code points; the longest of 1,000 Wikinews titles has 181
NARROWEST, WIDEST = 40, 120  # code points of wrapped lines; a longer one is a paragraph


@dataclass(frozen=True, slots=True)
class Layout:
    title: Span | None
    dateline: Span | None
    date: date | None


def normalise(text: str) -> str:
    """Make every line break a "\\n", take the hard wraps out, and write every letter as one
    character, without stress marks and what cannot be seen. All other characters stay."""
    composed = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return unwrap(BREAKS.sub("\n", composed))


def unwrap(text: str) -> str:
    """Replace the line breaks that an editor or mailer put inside paragraphs by spaces.

    A break is a wrap if the next line's first word had no room in the line, as any program that
    fills lines leaves it. It counts only where most breaks are wraps: in the usual news text a
    line is a paragraph.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    inner = [at for at in range(len(lines) - 1) if lines[at].strip() and lines[at + 1].strip()]
    wraps = {at for at in inner if is_wrap(lines[at], lines[at + 1], width)}
    running = sum(lines[at].rstrip()[-1] not in ENDINGS for at in wraps)
    if running < max(3, 0.7 * len(wraps), 0.5 * len(inner)):
        return text
    ends = (" " if at in wraps else "\n" for at in range(len(lines) - 1))
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def is_wrap(line: str, following: str, width: int) -> bool:
    if following[0].isspace() or BULLET.match(following):
        return False
    if dateline_date(following, alone=False):
        return False
    first = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(first) > width


def lines_of(text: str) -> list[Span]:
    """The lines that hold anything, without the white space around them."""
    spans = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if stripped := line.strip():
            start = match.start() + line.index(stripped)
            spans.append(Span(start, start + len(stripped)))
    return spans


def lay_out(text: str) -> Layout:
    """Find title and dateline: a date alone may also stand above the title."""
    lines = lines_of(text)
    above = dateline_of(text, lines[0], alone=True) if len(lines) > 1 else None
    rest = lines[1:] if above else lines
    title = rest[0] if has_title(text, rest) else None
    if above:
        return Layout(title, lines[0], above)
    below = dateline_below(text, title.stop) if title else None
    return Layout(title, *below) if below else Layout(title, None, None)


def dateline_below(text: str, start: int) -> tuple[Span, date] | None:
    """The first line after `start` and its date, if it is a dateline."""
    match = re.compile(r"\S[^\n]*").search(text, start)
    if match is None:
        return None
    line = Span(match.start(), match.start() + len(match.group().rstrip()))
    day = dateline_of(text, line, alone=False)
    return (line, day) if day else None


def dateline_of(text: str, line: Span, *, alone: bool) -> date | None:
    return dateline_date(text[line.start : line.stop], alone=alone)


def has_title(text: str, lines: list[Span]) -> bool:
    """The first line is a title if it is short, does not end as a sentence, and others follow."""
    if len(lines) < 2 or lines[0].stop - lines[0].start > TITLE_LIMIT:
        return False
    line = text[lines[0].start : lines[0].stop]
    if BULLET.match(line) and not line[0].isdigit():
        return False
    return not re.search(rf"[.;:,][{re.escape(CLOSERS)}]*$", line)
