"""Looking up what overlaps a place, in long articles too.

Names, terms and values must not overlap, so each is asked against all that were found before it: a
scan of the whole list took minutes for a text of 4 MB.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from summarizer.types import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Values by the spans they stand at; spans may overlap each other."""

    def __init__(self, rows: Iterable[tuple[Span, T]] = ()) -> None:
        self._rows = sorted(rows, key=lambda row: row[0])
        self._starts = [span.start for span, _ in self._rows]
        self._longest = max((span.stop - span.start for span, _ in self._rows), default=0)

    def at(self, start: int, stop: int) -> Iterator[tuple[Span, T]]:
        """Yield what overlaps `start` to `stop`, in order of start."""
        position = bisect_left(self._starts, start - self._longest)
        while position < len(self._rows) and self._starts[position] < stop:
            span, value = self._rows[position]
            if start < span.stop:
                yield span, value
            position += 1
