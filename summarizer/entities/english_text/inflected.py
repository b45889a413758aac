"""An accepted word in another form: “resigning” where the table of terms has "resign"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.entities.english_text.forms import overlaps
from summarizer.types import Span

_WORD = re.compile(r"[A-Za-z]{4,}")
# "is left" may be a form of leave, and says nothing of a resignation
_LIGHT = frozenset("leave left have make take give come more most head".split())


def inflected(forms: tuple[str, ...], text: str, taken: Iterable[Span] = ()) -> Span | None:
    """Find the first word outside `taken` that shares its dictionary form with a one-word form."""
    lemmas = _lemmas(forms)
    used = tuple(taken)
    for word in _WORD.finditer(text):
        span = Span(*word.span())
        if _lemma(word.group()) in lemmas and not any(overlaps(span, other) for other in used):
            return span
    return None


@lru_cache(maxsize=1024)
def _lemmas(forms: tuple[str, ...]) -> frozenset[str]:
    words = (form for form in forms if _WORD.fullmatch(form))
    return frozenset(_lemma(word) for word in words) - _LIGHT


@lru_cache(maxsize=65536)
def _lemma(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word.lower(), lang="en").lower()
