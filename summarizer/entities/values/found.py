"""What the finders return and what a comparison says."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.types import Kind, Span, Status
from summarizer.values import Amount, Moment, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value at `text[start:stop]`.

    `soft` values carry no alarm: the Russian ones that a translator may word away («первый»,
    «двухэтажный»), the English ones that may mean something else ("one", "second", "May").
    """

    start: int
    stop: int
    kind: Kind
    value: Value
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Status and span for each source value, in order; a span points into the English text."""

    statuses: tuple[Status, ...]
    spans: tuple[Span | None, ...]
    extra: tuple[Found, ...]  # English values that nothing in the source supports


def kind_of(value: Value) -> Kind:
    if isinstance(value, Moment):
        return Kind.DATE
    if value.unit == "%":
        return Kind.PERCENT
    return Kind.MONEY if is_currency(value) else Kind.NUM


def is_currency(amount: Amount) -> bool:
    """ISO 4217 codes are the only units in capitals."""
    return len(amount.unit) == 3 and amount.unit.isupper()
