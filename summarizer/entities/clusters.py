"""Mentions of one real thing become one cluster.

Persons go together by surname and given name or initials; places and bodies by the table row they
name, else by their nominative; an acronym goes with the name whose initials it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.entities import bodies, gazetteer, places
from summarizer.entities.glossary import Glossary
from summarizer.entities.mention import Name
from summarizer.entities.morphology import plain
from summarizer.entities.organisations import (
    initials,
    is_acronym,
    nominative,
    without_legal_form,
)
from summarizer.entities.persons import Person, versions
from summarizer.types import Kind


@dataclass(slots=True)
class Cluster:
    """All mentions of one thing."""

    kind: Kind
    name: str  # Russian, nominative
    names: list[Name] = field(default_factory=list)
    versions: list[Person] = field(default_factory=list)  # of a person: likeliest first

    @property
    def person(self) -> Person | None:
        return self.versions[0] if self.versions else None


def cluster(names: Sequence[Name], glossary: Glossary | None = None) -> list[Cluster]:
    """Group mentions, in the order of their first occurrence."""
    persons = [name for name in names if name.kind is Kind.PER]
    others = [name for name in names if name.kind is not Kind.PER]
    found = [*_persons(persons), *_joined_acronyms(_things(others, glossary))]
    for group in found:
        group.names.sort(key=lambda name: name.start)
    return sorted(found, key=lambda group: group.names[0].start)


def _things(names: Iterable[Name], glossary: Glossary | None) -> list[Cluster]:
    groups: dict[str, Cluster] = {}
    for name in names:
        key, shown = _identity(name, glossary)
        group = groups.setdefault(key, Cluster(name.kind, shown))
        group.names.append(name)
    for group in groups.values():
        group.kind = _majority(name.kind for name in group.names)
    return list(groups.values())


def _identity(name: Name, glossary: Glossary | None) -> tuple[str, str]:
    """What says which thing a mention names, and how that thing is called in the ledger."""
    term = glossary.find(name.cased) if glossary else None
    if term:
        return term.russian, term.russian
    if name.is_adjective:
        entry = places.find_by_adjective(name.cased)
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
    order = sorted(names, key=lambda name: _fullness(versions(name.cased)[0]))
    groups: list[Cluster] = []
    for name in order:
        persons = versions(name.cased)
        fitting = [group for group in groups if _common(group.versions, persons)]
        if fitting:
            group = min(fitting, key=lambda candidate: _distance(candidate, name))
            group.versions = _common(group.versions, persons)
            group.names.append(name)
        else:
            groups.append(Cluster(Kind.PER, "", [name], list(persons)))
    for group in groups:
        group.name = group.versions[0].name
    return groups


def _fullness(person: Person) -> int:
    """Full names first, longest first; then initials; lone names last."""
    return -len(person.name) if person.is_full else 1 - bool(person.initials)


def _common(known: Sequence[Person], others: Sequence[Person]) -> list[Person]:
    """The ways to read a person that another mention leaves possible."""
    return [one for one in known if any(_agree(one, other) for other in others)]


def _agree(known: Person, other: Person) -> bool:
    if known.gender and other.gender and known.gender != other.gender:
        return False
    for one, two in ((known.given, other.given), (known.surname, other.surname)):
        if one and two and plain(one) != plain(two):
            return False
    if not ((known.given and other.given) or (known.surname and other.surname)):
        return False
    initial = known.given[:1] or known.initials[:1]
    return not other.initials or not initial or initial == other.initials[0]


def _distance(group: Cluster, name: Name) -> int:
    """How far back the group was last mentioned; mentions that follow count as farther."""
    before = [known.start for known in group.names if known.start < name.start]
    return name.start - max(before) if before else 1_000_000 + group.names[0].start


def _majority(kinds: Iterator[Kind]) -> Kind:
    counted = list(kinds)
    return max(counted, key=counted.count)
