"""JSON: one object on one line, keys always the same and in the same order.

Offsets are half-open, in code points: `start` and `stop` of sentences and mentions into the
Russian text of the article, those of `target` into the English of the sentence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields
from typing import Any

from summarizer.render import facts
from summarizer.types import (
    Article,
    Brief,
    BriefSentence,
    Entity,
    Ledger,
    Match,
    Mention,
    Note,
    Sentence,
    Signature,
    Span,
    Status,
    TranslatedArticle,
    Translation,
)
from summarizer.values import Amount, Value

SCHEMA_VERSION = 1  # goes up when a key changes its name or meaning, not when one is added

# Kinds, origins, statuses and codes are strings, and go in as they are.
Record = dict[str, Any]


def brief(brief: Brief) -> str:
    """A brief with everything that it rests on."""
    sentences = {t.sentence.index: t.sentence for t in brief.translations}
    doubtful = facts.doubtful_sources(brief)
    shown = [_brief_sentence(each, brief, sentences, doubtful) for each in brief.sentences]
    named = {mark["entity"] for sentence in shown for mark in sentence["entities"]}
    return _line(
        "brief",
        {
            **_article(brief.article),
            "title": brief.title,
            "brief": brief.text,
            "sentences": shown,
            "entities": [
                row | {"in_brief": row["entity"] in named}
                for row in _entities(brief.entities, brief.translations)
            ],
            "translations": [_translation(each) for each in brief.translations],
            "untranslated": brief.untranslated,
            "notes": [_note(note) for note in facts.all_notes(brief.notes, brief.translations)],
            "signature": _signature(brief.signature),
        },
    )


def translation(translated: TranslatedArticle) -> str:
    """The sentences of an article with their translations."""
    notes = facts.all_notes(translated.notes, translated.translations)
    return _line(
        "translation",
        {
            **_article(translated.ledger.article),
            "title": facts.title_of(translated),
            "translations": [_translation(each) for each in translated.translations],
            "entities": _entities(translated.ledger.entities, translated.translations),
            "notes": [_note(note) for note in notes],
            "signature": _signature(translated.signature),
        },
    )


def ledger(ledger: Ledger, translations: Sequence[Translation]) -> str:
    """The entities of an article; `status` is null where nothing was translated."""
    return _line(
        "entities",
        {
            **_article(ledger.article),
            "sentences": [_sentence(sentence) for sentence in ledger.sentences],
            "entities": _entities(ledger.entities, translations),
        },
    )


def _line(kind: str, record: Mapping[str, Any]) -> str:
    head = {"schema_version": SCHEMA_VERSION, "kind": kind}
    # U+2028 and U+2029 are legal in JSON and end a line for many readers of JSON lines
    text = json.dumps(head | dict(record), ensure_ascii=False, default=str)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def _article(article: Article) -> Record:
    return {
        "id": article.id,
        "source": article.source,
        "date": article.date.isoformat() if article.date else None,
        "meta": dict(article.meta),
    }


def _brief_sentence(
    sentence: BriefSentence, brief: Brief, sentences: Mapping[int, Sentence], doubtful: Set[int]
) -> Record:
    return {
        "text": sentence.text,
        "flagged": not doubtful.isdisjoint(sentence.sources),
        "sources": [_sentence(sentences[index]) for index in sentence.sources],
        "entities": [
            {"entity": mark.entity, **_span(mark.span)}
            for mark in facts.marks_in_brief(sentence, brief)
        ],
    }


def _sentence(sentence: Sentence) -> Record:
    return {
        "index": sentence.index,
        "paragraph": sentence.paragraph,
        "is_title": sentence.is_title,
        "start": sentence.start,
        "stop": sentence.stop,
        "source": sentence.text,
    }


def _translation(translation: Translation) -> Record:
    return {
        **_sentence(translation.sentence),
        "text": translation.text,
        "score": translation.score,
        "flagged": facts.is_doubtful_translation(translation),
        "matches": [_match(match) for match in translation.matches],
        "notes": [_note(note) for note in translation.notes],
    }


def _match(match: Match) -> Record:
    return {
        "entity": match.entity,
        **_mention(match.mention),
        "status": match.status,
        "target": None if match.span is None else _span(match.span),
    }


def _mention(mention: Mention) -> Record:
    return {
        "sentence": mention.sentence,
        "start": mention.start,
        "stop": mention.stop,
        "source": mention.text,
        "english": mention.english,
    }


def _entities(entities: Sequence[Entity], translations: Sequence[Translation]) -> list[Record]:
    statuses = facts.statuses_of(translations)
    return [_entity(number, each, statuses.get(number)) for number, each in enumerate(entities)]


def _entity(number: int, entity: Entity, status: Status | None) -> Record:
    return {
        "entity": number,
        "kind": entity.kind,
        "name": entity.name,
        "english": entity.english,
        "accepted": list(entity.accepted),
        "origin": entity.origin,
        "value": None if entity.value is None else _value(entity.value),
        "count": len(entity.mentions),
        "status": status,
        "mentions": [_mention(mention) for mention in entity.mentions],
    }


def _value(value: Value) -> Record:
    """What the text says and no more: keys without a value are left out."""
    if isinstance(value, Amount):
        return {"low": str(value.low), "high": str(value.high), "unit": value.unit}
    told = {f.name: getattr(value, f.name) for f in fields(value) if f.compare and f.name != "soft"}
    stop = {"stop": _value(value.stop)} if value.stop else {}
    return {key: part for key, part in told.items() if part is not None and key != "stop"} | stop


def _note(note: Note) -> Record:
    return {"code": note.code, "sentence": note.sentence, "text": note.text}


def _signature(signature: Signature) -> Record:
    return {
        "text": str(signature),
        "version": signature.version,
        "models": [
            {
                "task": use.task,
                "id": use.id,
                "revision": use.revision,
                "engine": use.engine,
                "adapter": use.adapter,
            }
            for use in signature.models
        ],
        "options": dict(signature.options),
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "stop": span.stop}
