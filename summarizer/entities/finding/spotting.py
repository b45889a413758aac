"""Where the names of an article are: the recogniser's findings, put right and completed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.entities.finding import gaps
from summarizer.entities.finding.recognise import Found, recognise
from summarizer.entities.finding.tidy import tidied
from summarizer.entities.known.glossary import Glossary
from summarizer.entities.mention import Name
from summarizer.entities.naming import english
from summarizer.entities.russian.capitals import recapitalised
from summarizer.entities.russian.look_alikes import unmixed
from summarizer.entities.spans import SpanIndex
from summarizer.types import Kind, Sentence, Span

_LAST_WORD = re.compile(r"([А-Яа-яЁё-]+)[ \u00a0]\Z")
_NEW = re.compile(r"(?:Нов|Стар)(?:ый|ая|ое|ого|ой|ому|ую|ым|ом|ые|ых)\s")


def spot(sentences: Sequence[Sentence], glossary: Glossary | None = None) -> list[Name]:
    """All names of an article, in order, not overlapping."""
    texts = recapitalised([unmixed(sentence.text) for sentence in sentences])
    found = [tidied(text, names) for text, names in zip(texts, recognise(texts), strict=True)]
    if glossary:
        found = [
            gaps.with_glossary(text, names, glossary)
            for text, names in zip(texts, found, strict=True)
        ]
    known = gaps.Known()
    for text, names in zip(texts, found, strict=True):
        for name in names:
            known.learn(text[name.start : name.stop], name.kind)
    spotted: list[Name] = []
    for sentence, text, names in zip(sentences, texts, found, strict=True):
        names = [part for name in names for part in _checkable(text, name, glossary)]
        names += gaps.missed(text, names, known)
        spotted += _names(sentence, text, [names, gaps.adjectives(text, names)])
    return spotted


def _checkable(text: str, name: Found, glossary: Glossary | None) -> list[Found]:
    """A descriptive name without a known English («Музей истории Казани») gives way to the names
    in it, which can be checked; one with none in it stays."""
    inner = text[name.start : name.stop]
    is_term = glossary is not None and glossary.find(inner) is not None
    if name.kind is Kind.PER or is_term or english.form(name.kind, inner).text:
        return [name]
    if name.kind is Kind.LOC and _NEW.match(inner):
        return [name]  # «Новая Шотландия» is no Scotland
    parts = gaps.missed(inner, [], gaps.Known())
    if not parts and not gaps.adjectives(inner, []):
        return [name]
    # its adjectives of places are found with those of the sentence
    return [Found(name.start + part.start, name.start + part.stop, part.kind) for part in parts]


def without(names: Sequence[Name], avoid: Sequence[Span]) -> list[Name]:
    """Cut out of the names what overlaps a span to avoid; drop those with no name left."""
    kept = []
    taken = SpanIndex((span, None) for span in avoid)
    for name in names:
        pieces = [(name.start, name.stop)]
        for (start, stop), _ in taken.at(name.start, name.stop):
            pieces = [piece for old in pieces for piece in _outside(old, start, stop)]
        start, stop = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0))
        if (start, stop) == (name.start, name.stop):
            kept.append(name)
        elif cut := _cut(name, start, stop):
            kept.append(cut)
    return kept


def _outside(piece: tuple[int, int], start: int, stop: int) -> list[tuple[int, int]]:
    if stop <= piece[0] or piece[1] <= start:
        return [piece]
    parts = [(piece[0], start), (stop, piece[1])]
    return [(first, last) for first, last in parts if first < last]


def _cut(name: Name, start: int, stop: int) -> Name | None:
    cased = name.cased[start - name.start : stop - name.start]
    left = tidied(cased, [Found(0, len(cased), name.kind)])
    if not left:
        return None
    start, stop = start + left[0].start, start + left[0].stop
    first, last = start - name.start, stop - name.start
    return replace(
        name, start=start, stop=stop, text=name.text[first:last], cased=name.cased[first:last]
    )


def _word_before(text: str, start: int) -> str:
    found = _LAST_WORD.search(text, 0, start)
    return found[1] if found else ""


def _names(sentence: Sentence, text: str, groups: Sequence[Sequence[Found]]) -> list[Name]:
    """The names of one sentence; the last of the groups are adjectives."""
    names = [
        Name(
            start=sentence.start + found.start,
            stop=sentence.start + found.stop,
            text=sentence.text[found.start : found.stop],
            sentence=sentence.index,
            kind=found.kind,
            cased=text[found.start : found.stop],
            is_adjective=is_adjective,
            before=_word_before(text, found.start),
        )
        for group, is_adjective in zip(groups, (False, True), strict=True)
        for found in group
    ]
    return sorted(names, key=lambda name: name.start)
