"""Mentions of one real thing become one cluster.

Persons go together by surname and given name or initials; places and bodies by the table row they
name, else by their nominative; an acronym goes with the name whose initials it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.entities import bodies, gazetteer, places
from summarizer.entities.mention import Name
from summarizer.entities.morphology import plain
from summarizer.entities.organisations import (
    initials,
    is_acronym,
    nominative,
    without_legal_form,
)
from summarizer.entities.persons import Person, parse
from summarizer.types import Kind


@dataclass(slots=True)
class Cluster:
    """All mentions of one thing; `person` is its fullest name."""

    kind: Kind
    name: str  # Russian, nominative
    names: list[Name] = field(default_factory=list)
    person: Person | None = None


def cluster(names: Sequence[Name]) -> list[Cluster]:
    """Group mentions, in the order of their first occurrence."""
    persons = [name for name in names if name.kind is Kind.PER]
    others = [name for name in names if name.kind is not Kind.PER]
    found = [*_persons(persons), *_joined_acronyms(_things(others))]
    for group in found:
        group.names.sort(key=lambda name: name.start)
    return sorted(found, key=lambda group: group.names[0].start)


def _things(names: Iterable[Name]) -> list[Cluster]:
    groups: dict[str, Cluster] = {}
    for name in names:
        key, shown = _identity(name)
        group = groups.setdefault(key, Cluster(name.kind, shown))
        group.names.append(name)
    for group in groups.values():
        group.kind = _majority(name.kind for name in group.names)
    return list(groups.values())


def _identity(name: Name) -> tuple[str, str]:
    """What says which thing a mention names, and how that thing is called in the ledger."""
    if name.is_adjective:
        entry = places.adjectives().find(name.cased)
    elif name.kind is Kind.LOC:
        entry = gazetteer.find(name.cased) or bodies.find(name.cased)
    else:
        entry = bodies.find(name.cased) or gazetteer.find_common(name.text)
    if entry:
        return entry.english, entry.name
    shown = nominative(name.cased)
    return plain(without_legal_form(shown)), shown


def _joined_acronyms(groups: list[Cluster]) -> list[Cluster]:
    """«КВЗ» goes with «Казанский вертолетный завод» where the article has both."""
    full = {initials(group.name): group for group in groups if " " in group.name}
    kept = []
    for group in groups:
        target = full.get(group.name) if is_acronym(group.name) else None
        if target is not None and target is not group:
            target.names.extend(group.names)
        else:
            kept.append(group)
    return kept


def _persons(names: Sequence[Name]) -> list[Cluster]:
    """Full names make the groups; initials and lone surnames then join the nearest that fits."""
    parsed = [(name, parse(name.cased)) for name in names]
    order = sorted(parsed, key=lambda pair: (not pair[1].is_full, not pair[1].initials))
    groups: list[Cluster] = []
    for name, person in order:
        fitting = [group for group in groups if _same_person(group.person, person)]
        if fitting:
            group = min(fitting, key=lambda candidate: _distance(candidate, name))
            _join(group, name, person)
        else:
            groups.append(Cluster(Kind.PER, person.name, [name], person))
    return groups


def _same_person(known: Person | None, other: Person) -> bool:
    if known is None or (known.gender and other.gender and known.gender != other.gender):
        return False
    if other.given and not other.surname:
        return plain(known.given) == plain(other.given) or plain(known.surname) in other.surnames
    if plain(known.surname) not in other.surnames and plain(other.surname) not in known.surnames:
        return False
    if known.given and other.given:
        return plain(known.given) == plain(other.given)
    given_initial = known.given[:1] or known.initials[:1]
    return not other.initials or not given_initial or given_initial == other.initials[0]


def _join(group: Cluster, name: Name, person: Person) -> None:
    group.names.append(name)
    if group.person and person.is_full and len(person.name) > len(group.person.name):
        group.person = person
        group.name = person.name


def _distance(group: Cluster, name: Name) -> int:
    """How far back the group was last mentioned; mentions that follow count as farther."""
    before = [known.start for known in group.names if known.start < name.start]
    return name.start - max(before) if before else 1_000_000 + group.names[0].start


def _majority(kinds: Iterator[Kind]) -> Kind:
    counted = list(kinds)
    return max(counted, key=counted.count)
