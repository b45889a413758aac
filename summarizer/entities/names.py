"""The persons, places and organisations of an article, with their English forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.entities.clusters import Cluster, cluster
from summarizer.entities.english_text.generations import last_name, with_generation
from summarizer.entities.finding.spotting import spot, without
from summarizer.entities.known import places
from summarizer.entities.known.glossary import Glossary
from summarizer.entities.letters.romanise import NEWS
from summarizer.entities.letters.sound import similarity
from summarizer.entities.memory import NameMemory
from summarizer.entities.mention import Name
from summarizer.entities.naming import english
from summarizer.entities.naming.english import English
from summarizer.entities.russian.declension import family_name
from summarizer.entities.russian.persons import parse
from summarizer.types import Article, Entity, Kind, Mention, Origin, Sentence, Span

_LATIN_IN_BRACKETS = re.compile(r"[»\"]?\s*\(([A-Z][A-Za-zÀ-ž.’'& -]+)[);,]")
# Эберсман and Ebersman 0.9, Томас Фриден and Thomas Frieden 0.9; another name is under 0.5
_SAME_NAME = 0.6


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
    groups = cluster(names, glossary)
    entities = _merged(_entity(group, article.text, glossary, scheme) for group in groups)
    return memory.settle(entities) if memory is not None else entities


def _merged(entities: Iterable[Entity]) -> list[Entity]:
    """One entity for one English name: «David Ebersman» beside «Дэвид Эберсман»."""
    merged: dict[tuple[Kind, str], Entity] = {}
    for entity in entities:
        key = (entity.kind, entity.english or entity.name)
        known = merged.get(key)
        if known is None:
            merged[key] = entity
            continue
        mentions = sorted((*known.mentions, *entity.mentions), key=lambda mention: mention.start)
        accepted = tuple(dict.fromkeys((*known.accepted, *entity.accepted)))
        merged[key] = replace(known, accepted=accepted, mentions=tuple(mentions))
    return list(merged.values())


def _entity(group: Cluster, text: str, glossary: Glossary | None, scheme: str) -> Entity:
    form = _from_glossary(group, glossary, scheme)
    if form is None:
        form = _english(group, scheme)
        form = _in_brackets(group, text, form) or form
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
        last = last_name(term.english)
        accepted = (last,) if group.kind is Kind.PER and last != term.english else ()
        return English(term.english, accepted, Origin.GLOSSARY, surname=last)
    surname = glossary.find(group.person.surname) if group.person else None
    if surname and group.person:
        given = english.person(group.person, scheme).given
        last = surname.english
        if generation := group.person.generation:
            last = with_generation(last, generation)
        return English(
            f"{given} {last}".strip(), (last,), Origin.GLOSSARY, given=given, surname=last
        )
    return None


def _in_brackets(group: Cluster, text: str, form: English) -> English | None:
    """The spelling that the article itself gives: «Дэвид Эберсман (David Ebersman)»."""
    for name in group.names:
        given = _LATIN_IN_BRACKETS.match(text, name.stop)
        if given and (form.origin.is_spelt or form.origin is Origin.UNKNOWN):
            own = given.group(1)
            is_same = group.kind is not Kind.PER or similarity(own, form.text) >= _SAME_NAME
            if is_same and (form.text or own.isupper()):
                parts = own.split()
                accepted = tuple(
                    dict.fromkeys((parts[-1], *((form.text,) if form.text else ()), *form.accepted))
                )
                return English(own, accepted, Origin.COPIED, given=parts[0], surname=parts[-1])
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
    if group.kind is Kind.ORG and " " in name.cased and form.text.isupper():
        return _in_full(form)
    if group.kind is Kind.PER:
        person = parse(name.cased)
        if not person.given:
            surname = form.surname or form.text
            return plural(surname) if family_name(name.cased) else surname
        if not person.surname:
            return form.given or form.text
    return form.text


def plural(surname: str) -> str:
    """The Skripals, the Joneses."""
    return f"{surname}es" if surname.endswith(("s", "z", "x", "ch", "sh")) else f"{surname}s"


def _in_full(form: English) -> str:
    """«Международный валютный фонд» is the International Monetary Fund where «МВФ» is the IMF."""
    acronym = form.text.replace(".", "")
    for other in form.accepted:
        capitals = "".join(word[0] for word in other.split() if word[0].isupper())
        if " " in other and capitals == acronym:
            return other
    return form.text
