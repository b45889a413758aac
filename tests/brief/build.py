"""Articles for the tests of the brief, from pairs of a Russian and an English sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from summarizer.types import (
    Article,
    Entity,
    Kind,
    Ledger,
    Mention,
    Note,
    NoteCode,
    Origin,
    Sentence,
    Signature,
    Span,
    TranslatedArticle,
    Translation,
)
from summarizer.values import Value


def name(
    kind: Kind, english: str, *places: tuple[int, str], accepted: Sequence[str] = ()
) -> tuple[Kind, str, tuple[tuple[int, str], ...], tuple[str, ...], Value | None]:
    """An entity to be: its English and the (sentence, Russian form) of each mention."""
    return kind, english, places, tuple(accepted), None


def value(
    kind: Kind, english: str, what: Value, *places: tuple[int, str]
) -> tuple[Kind, str, tuple[tuple[int, str], ...], tuple[str, ...], Value | None]:
    return kind, english, places, (), what


def article(
    pairs: Sequence[tuple[str, str]],
    *entities: tuple[Kind, str, tuple[tuple[int, str], ...], tuple[str, ...], Value | None],
    title: tuple[str, str] | None = None,
    day: date | None = None,
    flagged: Sequence[int] = (),
    unreliable: Sequence[int] = (),
) -> TranslatedArticle:
    """One paragraph a pair unless the Russian begins with "+", which continues the last one."""
    rows = ([title] if title else []) + list(pairs)
    sentences: list[Sentence] = []
    text = ""
    paragraph = 0 if title else -1
    for index, (russian, _) in enumerate(rows):
        is_title = title is not None and index == 0
        if not is_title and not russian.startswith("+"):
            paragraph += 1
        russian = russian.removeprefix("+")
        start = len(text)
        sentences.append(Sentence(index, paragraph, start, start + len(russian), russian, is_title))
        text += russian + "\n"
    ledger = Ledger(
        Article("a1", text, Span(0, len(title[0])) if title else None, date=day, source="a1.txt"),
        tuple(sentences),
        tuple(_entity(text, sentences, *parts) for parts in entities),
    )
    translations = tuple(
        Translation(sentence, english, notes=_notes(i, flagged, unreliable))
        for i, (sentence, (_, english)) in enumerate(zip(sentences, rows, strict=True))
    )
    return TranslatedArticle(ledger, translations, (), Signature("1.0", ()))


def _entity(
    text: str,
    sentences: Sequence[Sentence],
    kind: Kind,
    english: str,
    places: Sequence[tuple[int, str]],
    accepted: tuple[str, ...],
    what: Value | None,
) -> Entity:
    mentions = []
    for index, form in places:
        start = text.index(form, sentences[index].start)
        assert start + len(form) <= sentences[index].stop, f"{form} is not in sentence {index}"
        mentions.append(Mention(start, start + len(form), form, index, english))
    origin = Origin.VALUE if what else Origin.GAZETTEER
    return Entity(kind, places[0][1], english, accepted, origin, tuple(mentions), what)


def _notes(index: int, flagged: Sequence[int], unreliable: Sequence[int]) -> tuple[Note, ...]:
    if index in unreliable:
        return (Note(NoteCode.UNRELIABLE, "not reliable: it repeats itself", index),)
    if index in flagged:
        return (Note(NoteCode.MISSING, "«Иванов» is not in the English", index),)
    return ()
