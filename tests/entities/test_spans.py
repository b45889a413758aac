"""What overlaps a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.entities.spans import SpanIndex
from summarizer.types import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS), SPANS)
def test_it_finds_what_a_scan_finds(spans: list[Span], wanted: Span) -> None:
    """Long spans before it and spans that touch it included or not, as they overlap or not."""
    index = SpanIndex((span, number) for number, span in enumerate(spans))
    found = sorted(number for _, number in index.at(*wanted))
    expected = [
        number
        for number, span in enumerate(spans)
        if span.start < wanted.stop and wanted.start < span.stop
    ]
    assert found == expected


def test_an_empty_index_holds_nothing() -> None:
    """An article without names."""
    assert not list(SpanIndex[None]().at(0, 10))
