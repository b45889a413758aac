"""Names in the English that nothing in the Russian sentence can have given rise to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.entities.check import Checker
from summarizer.entities.forms import fold, overlaps
from summarizer.entities.nearest import forms_of
from summarizer.entities.proper import bare, is_ordinary, proper_names
from summarizer.entities.romanise import romanise
from summarizer.entities.sound import skeleton
from summarizer.types import Match, Sentence, Span

WORD = re.compile(r"[^\W_]+")
# A Russian ending and an English one differ, the stem does not: «Горького» and Gorky share "gork".
STEM = 4


def invented_names(
    checker: Checker, sentence: Sentence, target: str, matches: Iterable[Match]
) -> tuple[Span, ...]:
    """Find the proper names of the English that no mention and no word of the Russian supports.

    A capitalised phrase of ordinary words ("Ministry of Defence") is a wording, not an invention.
    """
    claimed = [match.span for match in matches if match.span is not None]
    known = _known_words(checker, sentence)
    stems = frozenset(skeleton(romanise(word))[:STEM] for word in WORD.findall(sentence.text))
    return tuple(
        span
        for span in proper_names(target)
        if not any(overlaps(span, taken) for taken in claimed)
        and not all(_is_supported(word, known, stems) for word in _words(target, span))
    )


def _known_words(checker: Checker, sentence: Sentence) -> frozenset[str]:
    """Words of every accepted form of the sentence's entities, folded."""
    forms = (
        form
        for index, mention in checker.rows(sentence)
        for form in forms_of(checker.ledger.entities[index], mention)
    )
    return frozenset(word for form in forms for word in WORD.findall(fold(form)))


def _words(target: str, span: Span) -> list[str]:
    return [bare(word) for word in WORD.findall(target[span.start : span.stop])]


def _is_supported(word: str, known: frozenset[str], stems: frozenset[str]) -> bool:
    if len(word) < 2 or fold(word) in known or is_ordinary(word):
        return True
    stem = skeleton(word)[:STEM]
    return any(
        other.startswith(stem) or stem.startswith(other) for other in stems if len(other) > 2
    )
