"""A score with its interval. Intervals are 95 % percentile bootstraps over the items given."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

RESAMPLES = 1000
SEED = 12345  # sacrebleu's own

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """`count` says how many of what `unit` names the value rests on."""

    name: str
    value: float
    low: float
    high: float
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Tally:
    """One item's part of a share: `hits` of `total`."""

    hits: int
    total: int


def share(name: str, tallies: Sequence[Tally], unit: str) -> Score:
    """Per cent of all that is counted; an item (a line, an article) is drawn whole."""
    value, low, high = bootstrap(tallies, _percent)
    return Score(name, value, low, high, sum(tally.total for tally in tallies), unit)


def mean(name: str, values: Sequence[float], unit: str) -> Score:
    value, low, high = bootstrap(values, lambda drawn: sum(drawn) / len(drawn) if drawn else 0.0)
    return Score(name, value, low, high, len(values), unit)


def bootstrap(
    items: Sequence[T], measure: Callable[[Sequence[T]], float], resamples: int = RESAMPLES
) -> tuple[float, float, float]:
    """The measure of all items, and the ends of its 95 % interval."""
    value = measure(items)
    if len(items) < 2:
        return value, value, value
    draw = random.Random(SEED)
    drawn = sorted(measure(draw.choices(items, k=len(items))) for _ in range(resamples))
    edge = int(0.025 * resamples)
    return value, drawn[edge], drawn[-1 - edge]


def _percent(tallies: Sequence[Tally]) -> float:
    total = sum(tally.total for tally in tallies)
    return 100.0 * sum(tally.hits for tally in tallies) / total if total else 0.0
