"""The ledger of an article: everything in the Russian that the English must keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.entities.known.glossary import Glossary
from summarizer.entities.known.terms import find_terms
from summarizer.entities.latin import find as find_latin
from summarizer.entities.memory import NameMemory
from summarizer.entities.names import find_names
from summarizer.entities.spans import SpanIndex
from summarizer.entities.values import Found, compare, english_form, find_english, find_russian
from summarizer.types import Article, Entity, Kind, Ledger, Mention, Origin, Sentence, Span
from summarizer.values import Value


def build(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    glossary: Glossary | None = None,
    scheme: str = "news",
    memory: NameMemory | None = None,
) -> Ledger:
    """Find every name, number, date and Latin designation, each distinct one once.

    `memory` gives a name the spelling that it had in an earlier article.
    """
    latin = _latin(sentences)
    spans = [Span(mention.start, mention.stop) for entity in latin for mention in entity.mentions]
    names = find_names(
        article, sentences, glossary=glossary, scheme=scheme, avoid=spans, memory=memory
    )
    known = [name for name in names if not _may_be_a_word(name)]
    spans += [Span(mention.start, mention.stop) for name in known for mention in name.mentions]
    terms = find_terms(sentences, avoid=spans)
    names = [name for name in names if not _is_a_word(name, terms)]
    values = _values(sentences, [*latin, *names])
    names = _without_currencies(names, values)
    entities = sorted(
        (*names, *latin, *terms, *values), key=lambda entity: entity.mentions[0].start
    )
    return Ledger(article, tuple(sentences), tuple(entities))


def _may_be_a_word(name: Entity) -> bool:
    """«Стихией» at the beginning of a sentence, which the recogniser took for a name."""
    return name.origin is Origin.UNKNOWN and " " not in name.name


def _is_a_word(name: Entity, terms: Iterable[Entity]) -> bool:
    places = {(mention.start, mention.stop) for term in terms for mention in term.mentions}
    return _may_be_a_word(name) and all((m.start, m.stop) in places for m in name.mentions)


def _without_currencies(names: Iterable[Entity], values: Iterable[Entity]) -> list[Entity]:
    """«5 млн долларов США» is $5 million, and the United States are not in it."""
    sums = SpanIndex(
        (Span(mention.start, mention.stop), value)
        for value in values
        if value.kind is Kind.MONEY
        for mention in value.mentions
    )

    def is_currency(mention: Mention) -> bool:
        around = (span for span, _ in sums.at(mention.start, mention.stop))
        return any(span.start < mention.start and mention.stop <= span.stop for span in around)

    kept = (
        replace(name, mentions=tuple(m for m in name.mentions if not is_currency(m)))
        for name in names
    )
    return [name for name in kept if name.mentions]


def _latin(sentences: Iterable[Sentence]) -> list[Entity]:
    forms: dict[str, tuple[str, tuple[str, ...], list[Mention]]] = {}
    for sentence in sentences:
        for found in find_latin(sentence.text):
            start, stop = sentence.start + found.start, sentence.start + found.stop
            row = forms.setdefault(found.text, (found.english, found.accepted, []))
            row[2].append(Mention(start, stop, found.text, sentence.index, found.english))
    return [
        Entity(Kind.LATIN, text, english, accepted, Origin.COPIED, tuple(mentions))
        for text, (english, accepted, mentions) in forms.items()
    ]


def _values(sentences: Iterable[Sentence], names: Iterable[Entity]) -> list[Entity]:
    """Values by kind and value: «29 декабря 2014 г.» and «29.12.2014» are one row."""
    covered = SpanIndex(
        (Span(mention.start, mention.stop), entity)
        for entity in names
        for mention in entity.mentions
    )
    rows: dict[tuple[Kind, Value], list[Mention]] = {}
    for sentence in sentences:
        for found in find_russian(sentence.text):
            start, stop = sentence.start + found.start, sentence.start + found.stop
            if _is_part_of_name(found, Span(start, stop), covered):
                continue
            text = sentence.text[found.start : found.stop]
            mention = Mention(start, stop, text, sentence.index)
            rows.setdefault((found.kind, found.value), []).append(mention)
    return [
        Entity(
            kind,
            mentions[0].text,
            english_form(value),
            (),
            Origin.VALUE,
            tuple(mentions),
            value,
        )
        for (kind, value), mentions in rows.items()
    ]


def _is_part_of_name(found: Found, span: Span, names: SpanIndex[Entity]) -> bool:
    """True where a name's English says the number: «Первый канал» is Channel One."""
    return any(
        entity.kind is Kind.LATIN or _says(entity.english, found)
        for name, entity in names.at(span.start, span.stop)
        if name.start <= span.start and span.stop <= name.stop
    )


@lru_cache(maxsize=4096)
def _says(english: str, found: Found) -> bool:
    result = compare([found], find_english(english))
    return not any(status.is_flagged for status in result.statuses)
