"""The words of a body's name in another order: “Council of National Security and Defence” for
"National Security and Defense Council"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.entities.english_text.forms import fold, overlaps
from summarizer.types import Span

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("of the for and on in to a s".split())
_BRITISH = {
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "centre": "center",
    "programme": "program",
}
_SLACK = 4  # words that may stand between: of, the, and, of the Russian Federation


def reordered(forms: Iterable[str], text: str, taken: Iterable[Span] = ()) -> Span | None:
    """Find the words of a form of two and more close together, each with its capital."""
    used = tuple(taken)
    found = [
        (word, _norm(word.group())) for word in _WORD.finditer(text) if word.group()[0].isupper()
    ]
    said = {norm for _, norm in found}
    for form in forms:
        wanted = _content(form)
        span = _closest(wanted, found, text) if len(wanted) > 1 and wanted <= said else None
        if span is not None and not any(overlaps(span, other) for other in used):
            return span
    return None


def _closest(
    wanted: frozenset[str], found: list[tuple[re.Match[str], str]], text: str
) -> Span | None:
    for index, (first, norm) in enumerate(found):
        if norm not in wanted:
            continue
        left = set(wanted)
        for word, other in found[index:]:
            left.discard(other)
            if not left:
                inner = text[first.start() : word.end()]
                is_near = len(_WORD.findall(inner)) <= len(wanted) + _SLACK
                if is_near and "," not in inner:  # a comma parts two names
                    return Span(first.start(), word.end())
                break
    return None


@lru_cache(maxsize=4096)
def _content(form: str) -> frozenset[str]:
    """The words that must be there; none for a form in small letters."""
    words = [word for word in _WORD.findall(form) if word.lower() not in _SMALL]
    return frozenset(map(_norm, words)) if all(word[0].isupper() for word in words) else frozenset()


def _norm(word: str) -> str:
    plain = fold(word)
    plain = _BRITISH.get(plain, plain)
    return plain[:-1] if plain.endswith("s") and len(plain) > 4 else plain
