"""Where a sentence that is too long for an engine can be divided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.sentences.enclosures import Enclosures
from summarizer.types import Span

CONJUNCTIONS = (
    "и|а|но|однако|зато|или|либо|который|которая|которое|которые|которых|которым|которой|"
    "которого|что|чтобы|где|когда|если|хотя|поскольку|так как|потому что|причем|причём|"
    "при этом|после чего|в том числе|а также|тогда как|в то время как"
)
# Best first. A cut stands after the match; what follows it begins the next piece.
CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:;|[.?!…][»”\")]*)\s+",
        rf",\s+(?=(?:{CONJUNCTIONS})\s)",
        r"[,:]\s+|\s(?=[–—]\s)",  # not « - »: «вице-премьер - министр» is one office
        r"\s+(?=(?:и|или|а также)\s)",
        r"\s+(?=[^\W\d])",  # between words, not inside «1 000 000»
    )
)
SPACE = re.compile(r"\s+")
MARGIN = 0.25  # no piece gets less than this share, where another cut is possible
LOOKAHEAD = 30  # code points that a cut's pattern may look beyond it


def clauses(text: str, limit: int) -> tuple[Span, ...]:
    """Divide `text` into pieces of at most `limit` code points, at the best places there are.

    The spans touch: together they are the text. A piece is longer than `limit` only where a
    single word is. Quotations and brackets are cut only where nothing else can be.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    enclosures = Enclosures(text)
    pieces = []
    start = 0
    while len(text) - start > limit:
        cut = best_cut(text, start, limit, enclosures)
        if cut is None:
            break
        pieces.append(Span(start, cut))
        start = cut
    return (*pieces, Span(start, len(text)))


def best_cut(text: str, start: int, limit: int, enclosures: Enclosures) -> int | None:
    """The cut of the best kind, nearest to the middle of what is left or to `limit`."""
    left = len(text) - start
    margin = int(MARGIN * min(limit, left))
    lowest, highest = start + margin, min(start + limit, len(text) - margin)
    wanted = min(start + left // 2, start + limit)
    for places in kinds_of_cut(text, lowest, highest, enclosures):
        if places:
            return min(places, key=lambda at: abs(at - wanted))
    return last_resort(text, start, limit)


def kinds_of_cut(
    text: str, lowest: int, highest: int, enclosures: Enclosures
) -> Iterator[list[int]]:
    """Offsets between `lowest` and `highest`, best kind first, all outside quotations first."""
    found = [
        [
            match.end()
            for match in cut.finditer(text, lowest, highest + LOOKAHEAD)
            if lowest < match.end() <= highest
        ]
        for cut in CUTS
    ]
    yield from ([at for at in places if not enclosures.around(at)] for places in found)
    yield from found


def last_resort(text: str, start: int, limit: int) -> int | None:
    """The last white space within `limit`, or the first after it; None if there is none."""
    within = [match.end() for match in SPACE.finditer(text, start + 1, start + limit)]
    if within:
        return within[-1]
    beyond = SPACE.search(text, start + limit)
    return beyond.end() if beyond and beyond.end() < len(text) else None
