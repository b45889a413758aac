"""The gate: a brief sentence stands only if what it names is in the sentences it rests on.

The ruling that it follows: every date, number, sum of money and proper name must be in the cited
source, the rest is free (margince#2418). Names count as wholes: "Rustam Tasmagambetov" is made of
two men, and is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.entities.english_text.forms import find_forms, fold
from summarizer.entities.english_text.proper import JOINERS, TITLES, WORD, bare, proper_names
from summarizer.entities.values import Found, find_english, same
from summarizer.types import Entity, Kind, Ledger, Span, Translation
from summarizer.values import Moment, Value

_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_WITH_DIGIT = re.compile(r"[^\s,;:!?()\[\]\"“”«»]*\d[^\s,;:!?()\[\]\"“”«»]*")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the supporting sentences hold."""

    texts: tuple[str, ...]
    forms: frozenset[str]  # of the entities mentioned there, as written
    people: frozenset[str]  # the folded forms that are persons
    values: tuple[Value, ...]


def unsupported(text: str, support: Sequence[Translation], ledger: Ledger) -> tuple[str, ...]:
    """Name what the text says and its supporting sentences do not, in order; empty: it stands.

    Names, numbers, money, percentages and dates are looked for in the English of the support and
    in the ledger's entities mentioned there; Cyrillic letters never stand.
    """
    evidence = _evidence(support, ledger)
    names = proper_names(text)
    strange = [
        *(Span(*match.span()) for match in _CYRILLIC.finditer(text)),
        *(span for span in names if not _is_known_name(text, span, evidence)),
        *_strange_values(text, names, evidence),
    ]
    return tuple(dict.fromkeys(text[start:stop] for start, stop in sorted(strange)))


def _evidence(support: Sequence[Translation], ledger: Ledger) -> _Evidence:
    indices = {translation.sentence.index for translation in support}
    titles = {sentence.index for sentence in ledger.sentences if sentence.is_title}
    mentioned = [entity for entity in ledger.entities if _is_in(entity, indices)]
    texts = tuple(translation.text for translation in support)
    dates = (e for e in ledger.entities if e.kind is Kind.DATE and _is_in(e, titles))
    return _Evidence(
        texts=texts,
        forms=frozenset(form for e in mentioned for form in _forms(e, indices)),
        people=frozenset(
            fold(form) for e in mentioned if e.kind is Kind.PER for form in _forms(e, indices)
        ),
        values=(
            *(found.value for english in texts for found in find_english(english)),
            *(entity.value for entity in (*mentioned, *dates) if entity.value is not None),
            *_day_of(ledger),
        ),
    )


def _is_in(entity: Entity, indices: set[int]) -> bool:
    return any(mention.sentence in indices for mention in entity.mentions)


def _forms(entity: Entity, indices: set[int]) -> Iterator[str]:
    spoken = (m.english for m in entity.mentions if m.sentence in indices)
    yield from filter(None, (entity.english, *entity.accepted, *spoken))


def _day_of(ledger: Ledger) -> Iterator[Moment]:
    day = ledger.article.date
    if day is not None:
        yield Moment(year=day.year, month=day.month, day=day.day)


def _is_known_name(text: str, span: Span, evidence: _Evidence) -> bool:
    """True if the name stands somewhere as a whole, or is several names that do, side by side."""
    name = text[span.start : span.stop]
    if _stands(name, (*evidence.texts, *evidence.forms)):
        return True
    words = [Span(*match.span()) for match in WORD.finditer(text, span.start, span.stop)]
    pieces = _pieces(text, words, evidence)
    people = sum(fold(piece) in evidence.people for piece in pieces)
    return bool(pieces) and people <= 1


def _pieces(text: str, words: Sequence[Span], evidence: _Evidence) -> list[str]:
    """Cut a run into names known as wholes, longest first; nothing if any word is left over.

    "Tatarstan President Rustam Minnikhanov" is a place, a title and a man.
    """
    pieces: list[str] = []
    rest = list(words)
    while rest:
        for length in range(len(rest), 0, -1):
            piece = bare(text[rest[0].start : rest[length - 1].stop])
            if _is_whole(piece, length, evidence):
                pieces.append(piece)
                rest = rest[length:]
                break
        else:
            return []
    return pieces


def _is_whole(piece: str, length: int, evidence: _Evidence) -> bool:
    if piece in TITLES or piece in JOINERS:
        return True
    if any(fold(piece) == fold(form.removeprefix("the ")) for form in evidence.forms):
        return True
    return length > 1 and _stands(piece, evidence.texts)


def _stands(name: str, texts: Iterable[str]) -> bool:
    return any(True for text in texts for _ in find_forms(bare(name), text))


def _strange_values(text: str, names: Sequence[Span], evidence: _Evidence) -> Iterator[Span]:
    masked = _without(text, names)
    found = find_english(masked)
    for each in found:
        if not each.soft and not _is_known_value(each, evidence):
            yield Span(each.start, each.stop)
    read = [Span(each.start, each.stop) for each in found]
    for match in _WITH_DIGIT.finditer(_without(masked, read)):
        if not any(match.group() in known for known in evidence.texts):
            yield Span(*match.span())


def _is_known_value(found: Found, evidence: _Evidence) -> bool:
    """True if some value of the evidence says all that this one says: "in 2014" for "December 29,
    2014", but not the reverse, and no number for a day of the month."""
    kind = type(found.value)
    return any(same(found.value, value) for value in evidence.values if type(value) is kind)


def _without(text: str, spans: Iterable[Span]) -> str:
    """Blank out spans, so that the 17 of "Mi-17V5" is not read as a number."""
    chars = list(text)
    for start, stop in spans:
        chars[start:stop] = "_" * (stop - start)
    return "".join(chars)
