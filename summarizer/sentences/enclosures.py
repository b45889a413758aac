"""What stands in quotation marks or brackets in a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

CLOSES = {"»": "«", "”": "“", "’’": "“", ")": "(", "]": "["}
MARK = re.compile(r"[«»“”„()\[\]\"]")
LIMIT = 300  # code points; what is longer is divided like any other text


class Enclosure(NamedTuple):
    """`start` is the opening mark, `stop` just after the closing one."""

    start: int
    stop: int
    mark: str

    @property
    def is_quote(self) -> bool:
        return self.mark not in "(["


class Enclosures:
    """The quotations and brackets of a paragraph that are short enough to matter."""

    def __init__(self, text: str) -> None:
        self.all = sorted(each for each in pair_up(text) if each.stop - each.start <= LIMIT)
        self.starts = [each.start for each in self.all]

    def around(self, at: int) -> list[Enclosure]:
        """Those that `at` is inside of, outermost first."""
        near = self.all[bisect_left(self.starts, at - LIMIT) : bisect_left(self.starts, at)]
        return [each for each in near if at < each.stop]

    def ending(self, start: int, stop: int) -> Enclosure | None:
        """The outermost whose closing mark stands in `start:stop`."""
        near = self.all[bisect_left(self.starts, start - LIMIT) : bisect_left(self.starts, start)]
        return next((each for each in near if start < each.stop <= stop), None)


def pair_up(text: str) -> list[Enclosure]:
    """Match opening and closing marks; nested ones too, and a mark without partner is left out.

    News closes two quotations with one mark («расширить сотрудничество с «КАМАЗом», - заявил):
    an opening mark left over takes the last closing mark that another inside it used.
    """
    found: list[Enclosure] = []
    pending: list[tuple[str, int]] = []
    for match in MARK.finditer(text):
        opener = opener_of(text, match.start())
        if opener is None:
            pending.append((match.group(), match.start()))
            continue
        depth = last_index(pending, opener)
        if depth is not None:
            found.append(Enclosure(pending[depth][1], match.end(), opener))
            del pending[depth:]
    return found + left_over(pending, found)


def opener_of(text: str, at: int) -> str | None:
    """The opening mark that the mark at `at` closes, None if it opens."""
    mark = text[at]
    if mark == '"':
        before = text[at - 1] if at else " "
        return None if before.isspace() or before in '([«„“"-–—' else '"'
    if mark == "“":  # „German“ closes with what “English” opens with
        return "„" if at and not text[at - 1].isspace() else None
    return CLOSES.get(mark)


def last_index(pending: list[tuple[str, int]], opener: str) -> int | None:
    """Where the nearest such opening mark is in `pending`; only eight levels are looked at."""
    for depth in range(len(pending) - 1, max(-1, len(pending) - 9), -1):
        if pending[depth][0] == opener:
            return depth
    return None


def left_over(pending: list[tuple[str, int]], found: list[Enclosure]) -> list[Enclosure]:
    extended = []
    for mark, start in pending:
        inside = [
            each.stop for each in found if each.mark == mark and 0 < each.start - start < LIMIT
        ]
        if inside:
            extended.append(Enclosure(start, max(inside), mark))
    return extended
