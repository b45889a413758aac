"""The persons, places and organisations of an article, with their English forms."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.entities import english, places
from summarizer.entities.clusters import Cluster, cluster
from summarizer.entities.english import English
from summarizer.entities.glossary import Glossary
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
) -> list[Entity]:
    """Find the names of an article: entities in order of first mention.

    Mentions overlap neither each other nor the `avoid` spans.
    """
    names = without(spot(sentences, glossary), avoid)
    return [_entity(group, glossary, scheme) for group in cluster(names)]


def _entity(group: Cluster, glossary: Glossary | None, scheme: str) -> Entity:
    form = _from_glossary(group, glossary) or _english(group, scheme)
    return Entity(
        kind=group.kind,
        name=group.name,
        english=form.text,
        accepted=form.accepted,
        origin=form.origin,
        mentions=tuple(_mention(name, group, form) for name in group.names),
    )


def _from_glossary(group: Cluster, glossary: Glossary | None) -> English | None:
    if glossary is None:
        return None
    texts = (group.name, *(name.cased for name in group.names))
    term = next((term for text in texts if (term := glossary.find(text))), None)
    return English(term.english, (), Origin.GLOSSARY) if term else None


def _english(group: Cluster, scheme: str) -> English:
    if group.person:
        return english.person(group.person, scheme)
    if any(name.is_adjective for name in group.names):
        adjective = next(name for name in group.names if name.is_adjective)
        entry = places.adjectives().find(adjective.cased)
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
    if (
        group.kind is Kind.PER
        and not parse(name.cased).given
        and form.origin is not Origin.GLOSSARY
    ):
        return form.text.split(" ", 1)[-1]
    return form.text
