"""What the finders return and what a comparison says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.types import Kind, Span, Status
from summarizer.values import Amount, Moment, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value at `text[start:stop]`."""

    start: int
    stop: int
    kind: Kind
    value: Value

    @property
    def soft(self) -> bool:
        """True if its loss, or its presence, raises no alarm."""
        return self.value.soft


def found_at(start: int, stop: int, value: Value, *, soft: bool = False) -> Found:
    return Found(start, stop, kind_of(value), replace(value, soft=True) if soft else value)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Status and span for each source value, in order; a span points into the English text."""

    statuses: tuple[Status, ...]
    spans: tuple[Span | None, ...]
    extra: tuple[Found, ...]  # English values that nothing in the source supports


def kind_of(value: Value) -> Kind:
    if isinstance(value, Moment):
        return Kind.DATE
    if value.unit in ("%", "percentage point"):
        return Kind.PERCENT
    return Kind.MONEY if is_currency(value) else Kind.NUM


def is_currency(amount: Amount) -> bool:
    """ISO 4217 codes are the only units in capitals."""
    return len(amount.unit) == 3 and amount.unit.isupper()
