"""The persons, places and organisations of an article, with their English forms."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.entities import english, places
from summarizer.entities.clusters import Cluster, cluster
from summarizer.entities.english import English
from summarizer.entities.glossary import Glossary
from summarizer.entities.memory import NameMemory
from summarizer.entities.mention import Name
from summarizer.entities.persons import parse
from summarizer.entities.romanise import NEWS
from summarizer.entities.spotting import spot, without
from summarizer.types import Article, Entity, Kind, Mention, Origin, Sentence, Span


def find_names(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    glossary: Glossary | None = None,
    scheme: str = NEWS,
    avoid: Sequence[Span] = (),
    memory: NameMemory | None = None,
) -> list[Entity]:
    """Find the names of an article: entities in order of first mention.

    Mentions overlap neither each other nor the `avoid` spans. With a `memory`, names of earlier
    articles keep the spelling that they had there.
    """
    names = without(spot(sentences, glossary), avoid)
    entities = [_entity(group, glossary, scheme) for group in cluster(names, glossary)]
    return memory.settle(entities) if memory is not None else entities


def _entity(group: Cluster, glossary: Glossary | None, scheme: str) -> Entity:
    form = _from_glossary(group, glossary, scheme) or _english(group, scheme)
    return Entity(
        kind=group.kind,
        name=group.name,
        english=form.text,
        accepted=form.accepted,
        origin=form.origin,
        mentions=tuple(_mention(name, group, form) for name in group.names),
    )


def _from_glossary(group: Cluster, glossary: Glossary | None, scheme: str) -> English | None:
    if glossary is None:
        return None
    texts = (group.name, *(name.cased for name in group.names))
    term = next((term for text in texts if (term := glossary.find(text))), None)
    if term:
        last = term.english.split()[-1]
        accepted = (last,) if group.kind is Kind.PER and last != term.english else ()
        return English(term.english, accepted, Origin.GLOSSARY, surname=last)
    surname = glossary.find(group.person.surname) if group.person else None
    if surname and group.person:
        given = english.person(group.person, scheme).given
        full = f"{given} {surname.english}".strip()
        return English(
            full, (surname.english,), Origin.GLOSSARY, given=given, surname=surname.english
        )
    return None


def _english(group: Cluster, scheme: str) -> English:
    if group.person:
        return english.person(group.person, scheme)
    if any(name.is_adjective for name in group.names):
        adjective = next(name for name in group.names if name.is_adjective)
        entry = places.find_by_adjective(adjective.cased)
        if entry:
            return English.of(entry)
    return english.form(group.kind, group.name, scheme)


def _mention(name: Name, group: Cluster, form: English) -> Mention:
    return Mention(
        name.start, name.stop, name.text, name.sentence, _mention_english(name, group, form)
    )


def _mention_english(name: Name, group: Cluster, form: English) -> str:
    if name.is_adjective:
        return form.adjective or form.text
    if group.kind is Kind.PER:
        person = parse(name.cased)
        if not person.given:
            return form.surname or form.text
        if not person.surname:
            return form.given or form.text
    return form.text
