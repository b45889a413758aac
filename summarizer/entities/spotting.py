"""Where the names are: what the recogniser finds, put right by rules that know news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.entities import places
from summarizer.entities.mention import Name
from summarizer.entities.organisations import CLOSING
from summarizer.entities.recognise import Found, recognise
from summarizer.types import Kind, Sentence, Span

_WORD = re.compile(r"\w+(?:[-’'ʼ]\w+)*")
_NO_PERSON = re.compile(r"(?:Чрезвычайн|Полномочн|Президент|Господин|Госпож)\w*$")
_PLACE_ACRONYM = re.compile(r"\b(?:РТ|РФ|РБ|США|СССР|ФРГ|КНР|КНДР|ОАЭ|ЮАР|ДНР|ЛНР|ЧР|УР)\b")


def spot(sentences: Sequence[Sentence]) -> list[Name]:
    """All names of an article, in order, not overlapping."""
    found = recognise([sentence.text for sentence in sentences])
    return [
        name
        for sentence, spans in zip(sentences, found, strict=True)
        for name in _in_sentence(sentence, spans)
    ]


def without(names: Sequence[Name], avoid: Sequence[Span]) -> list[Name]:
    """Drop the names that overlap a span to avoid."""
    return [
        name
        for name in names
        if not any(name.start < span[1] and span[0] < name.stop for span in avoid)
    ]


def _in_sentence(sentence: Sentence, found: Sequence[Found]) -> Iterator[Name]:
    tidy = [fixed for span in found if (fixed := _tidy(sentence.text, span))]
    taken = sorted({span.start: span for span in tidy}.values(), key=lambda span: span.start)
    everything = [*taken, *_acronyms(sentence.text, taken)]
    names = [_name(sentence, span.start, span.stop, span.kind) for span in everything]
    names += [
        _name(sentence, start, stop, Kind.LOC, is_adjective=True)
        for start, stop in _adjectives(sentence.text, everything)
    ]
    yield from sorted(names, key=lambda name: name.start)


def _name(
    sentence: Sentence, start: int, stop: int, kind: Kind, *, is_adjective: bool = False
) -> Name:
    return Name(
        start=sentence.start + start,
        stop=sentence.start + stop,
        text=sentence.text[start:stop],
        sentence=sentence.index,
        kind=kind,
        is_adjective=is_adjective,
    )


def _tidy(text: str, found: Found) -> Found | None:
    """Trim punctuation, close a quote that the recogniser cut, and drop what is no name."""
    start, stop = found.start, found.stop
    while stop > start and text[stop - 1] in " ,.;:-–—" and not re.search(r"\b\w\.$", text[:stop]):
        stop -= 1
    while start < stop and text[start] in " ,.;:-–—)":
        start += 1
    if _opened(text[start:stop]) and stop < len(text) and text[stop] in CLOSING:
        stop += 1
    name = text[start:stop]
    if not any(char.isalpha() for char in name) or (
        found.kind is Kind.PER and _NO_PERSON.match(name)
    ):
        return None
    return Found(start, stop, found.kind)


def _opened(name: str) -> bool:
    return name.count("«") > name.count("»") or name.count("“") > name.count("”")


def _acronyms(text: str, taken: Sequence[Found]) -> Iterator[Found]:
    for match in _PLACE_ACRONYM.finditer(text):
        if _is_free(match.start(), match.end(), taken):
            yield Found(match.start(), match.end(), Kind.LOC)


def _adjectives(text: str, taken: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """«казахстанский», «Казанские»: mentions of the place that the English must keep."""
    for match in _WORD.finditer(text):
        start, stop = match.span()
        if _is_free(start, stop, taken) and places.adjectives().find(match.group()):
            yield start, stop


def _is_free(start: int, stop: int, taken: Sequence[Found]) -> bool:
    return not any(span.start < stop and start < span.stop for span in taken)
