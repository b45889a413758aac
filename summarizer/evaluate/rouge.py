"""ROUGE F1 between two English texts (Lin 2004): words in lower case, no stemming."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def rouge_n(text: str, reference: str, n: int) -> float:
    mine, other = _grams(words(text), n), _grams(words(reference), n)
    return _f1((mine & other).total(), mine.total(), other.total())


def rouge_l(text: str, reference: str) -> float:
    mine, other = words(text), words(reference)
    return _f1(_common_subsequence(mine, other), len(mine), len(other))


def _grams(text: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(text[i : i + n]) for i in range(len(text) - n + 1))


def _common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest, one row of the table at a time."""
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for j, candidate in enumerate(other, 1):
            above = row[j]
            row[j] = diagonal + 1 if word == candidate else max(above, row[j - 1])
            diagonal = above
    return row[-1]


def _f1(hits: int, mine: int, other: int) -> float:
    return 200.0 * hits / (mine + other) if mine + other else 0.0
