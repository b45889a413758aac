"""TF-IDF vectors of sentences, in plain Python: an article has tens of them, not thousands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.brief.words import content_stems

Vector = Mapping[str, float]


def vectors(texts: Sequence[str]) -> list[Vector]:
    """One unit vector a text over its content stems, rare stems weighing more."""
    counts = [Counter(content_stems(text)) for text in texts]
    spread = Counter(term for count in counts for term in count)
    return [_unit({t: n * _rarity(spread[t], len(texts)) for t, n in c.items()}) for c in counts]


def centroid(parts: Sequence[Vector]) -> Vector:
    """The direction that an article's sentences share (MEAD, Radev et al. 2004)."""
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return _unit(total)


def cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def _rarity(sentences_with_it: int, sentences: int) -> float:
    return math.log(1 + sentences / sentences_with_it)


def _unit(weights: Mapping[str, float]) -> Vector:
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / norm for term, weight in weights.items()} if norm else {}
