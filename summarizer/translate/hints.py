"""The hints that an engine gets with a sentence: its names and the English they must become."""

from __future__ import annotations

from summarizer.entities.check import Checker
from summarizer.translate.protocol import Hint, Segment
from summarizer.types import Sentence, Span


def segment_of(
    checker: Checker, sentence: Sentence, *, hints: bool, clause: Span | None = None
) -> Segment:
    """Make the engine's input from a sentence, or from one clause of it (offsets into its text)."""
    start, stop = clause or Span(0, len(sentence.text))
    text = sentence.text[start:stop]
    if not hints:
        return Segment(text)
    lo, hi = sentence.start + start, sentence.start + stop
    found = {}
    for index, mention in checker.rows(sentence):
        entity = checker.ledger.entities[index]
        english = mention.english or entity.english
        inside = lo <= mention.start and mention.stop <= hi
        if entity.kind.is_name and english and english != mention.text and inside:
            found.setdefault(mention.text, english)
    return Segment(text, tuple(Hint(source, target) for source, target in found.items()))
