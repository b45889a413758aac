"""The hints that an engine gets with a sentence: its names and the English they must become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.entities.check import Checker
from summarizer.translate.protocol import Hint, Segment
from summarizer.types import Kind, Sentence, Span


@dataclass(frozen=True, slots=True)
class _Name:
    kind: Kind
    start: int
    stop: int
    english: str


def segment_of(
    checker: Checker, sentence: Sentence, *, hints: bool, clause: Span | None = None
) -> Segment:
    """Make the engine's input from a sentence, or from one clause of it (offsets into its text)."""
    start, stop = clause or Span(0, len(sentence.text))
    text = sentence.text[start:stop]
    if not hints:
        return Segment(text)
    names = [
        name for name in _names(checker, sentence) if start <= name.start and name.stop <= stop
    ]
    found: dict[str, str] = {}
    for name in _joined(names, sentence.text):
        source = sentence.text[name.start : name.stop]
        if source != name.english:
            found.setdefault(source, name.english)
    return Segment(text, tuple(Hint(source, target) for source, target in found.items()))


def _names(checker: Checker, sentence: Sentence) -> Iterator[_Name]:
    """Names and terms with a known English, offsets into the sentence."""
    for index, mention in checker.rows(sentence):
        entity = checker.ledger.entities[index]
        english = mention.english or entity.english
        if entity.kind.is_name and english:
            start, stop = mention.start - sentence.start, mention.stop - sentence.start
            yield _Name(entity.kind, start, stop, english)


def _joined(names: Sequence[_Name], text: str) -> Iterator[_Name]:
    """Join an office with the place or body right after it: «Президент РТ» is one hint, the
    president of Tatarstan. Given the two apart, the model writes "President Tatarstan"; given no
    article, it writes "said defense minister of Kazakhstan"."""
    waiting: _Name | None = None
    for name in names:
        if waiting is not None:
            if name.kind in (Kind.LOC, Kind.ORG) and not text[waiting.stop : name.start].strip():
                english = f"the {waiting.english} of {name.english}"
                yield _Name(Kind.TERM, waiting.start, name.stop, english)
                waiting = None
                continue
            yield waiting
        waiting = name if name.kind is Kind.TERM else None
        if waiting is None:
            yield name
    if waiting is not None:
        yield waiting
