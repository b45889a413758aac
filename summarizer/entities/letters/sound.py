"""Do two spellings in Latin letters sound like one Russian name?

"Sergey" and "Sergei", "Zelenskyy" and "Zelensky", "Khasanov" and "Hasanov" are one name each;
"Minin" and "Minnikhanov" are not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.entities.english_text.forms import fold

# Order matters: what was written with two letters is folded first.
SKELETON = (
    (r"shch|sch", "S"),
    (r"sh", "S"),
    (r"tch|ch|cz", "C"),
    (r"zh", "J"),
    (r"kh|gh", "h"),
    (r"ph", "f"),
    (r"ts|tz", "c"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"c(?![a-z]*C)", "k"),
    (r"w", "v"),
    (r"iy|yi|ii|yy|ij|ey|ei|ay|ai", "i"),
    (r"(?<![aeiou])y(?=[aeiou])", ""),
    (r"[yj](?=[aeou])", ""),
    (r"[yj]", "i"),
    (r"j", "dJ"),
    (r"['\-. ]", ""),
    (r"(.)\1", r"\1"),
)

_COMPILED = tuple((re.compile(pattern), to) for pattern, to in SKELETON)


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """Reduce a romanised name to what survives every romanisation scheme."""
    out = fold(name)
    for pattern, to in _COMPILED:
        out = pattern.sub(to, out)
    return out


def sounds_like(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other)


def similarity(one: str, other: str) -> float:
    """Between 0 and 1: how near two names sound, word order aside."""
    from rapidfuzz import fuzz

    a = " ".join(map(skeleton, one.split()))
    b = " ".join(map(skeleton, other.split()))
    return float(fuzz.token_sort_ratio(a, b)) / 100
