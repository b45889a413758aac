"""TF-IDF vectors of sentences, in plain Python: an article has tens of them, not thousands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from summarizer.brief.words import content_stems

Vector = Mapping[str, float]


# sentences are chosen three times from one article, and the articles of a window one after another
@lru_cache(maxsize=32)
def vectors(texts: tuple[str, ...]) -> tuple[Vector, ...]:
    """One unit vector a text over its content stems, rare stems weighing more."""
    counts = [Counter(content_stems(text)) for text in texts]
    spread = Counter(term for count in counts for term in count)
    rarity = {term: _rarity(number, len(texts)) for term, number in spread.items()}
    return tuple(_unit({t: n * rarity[t] for t, n in count.items()}) for count in counts)


@lru_cache(maxsize=32)
def centrality(texts: tuple[str, ...]) -> tuple[float, ...]:
    """How near each text is to the direction that all share (MEAD, Radev et al. 2004)."""
    points = vectors(texts)
    middle = centroid(points)
    return tuple(cosine(point, middle) for point in points)


# of each of those articles as many as its brief may have sentences
@lru_cache(maxsize=256)
def likeness(texts: tuple[str, ...], position: int) -> tuple[float, ...]:
    """How like the text at a position each text is."""
    points = vectors(texts)
    return tuple([cosine(point, points[position]) for point in points])


def centroid(parts: tuple[Vector, ...]) -> Vector:
    """The direction that texts share."""
    total: dict[str, float] = {}
    for part in parts:
        for term, weight in part.items():
            total[term] = total.get(term, 0.0) + weight
    return _unit(total)


def cosine(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    total = 0.0
    for term, weight in one.items():
        if term in other:
            total += weight * other[term]
    return total


def _rarity(sentences_with_it: int, sentences: int) -> float:
    return math.log(1 + sentences / sentences_with_it)


def _unit(weights: Mapping[str, float]) -> Vector:
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / norm for term, weight in weights.items()} if norm else {}
