"""Mentions of one real thing become one cluster.

Persons go together by surname and given name or initials; places and bodies by the table row they
name, else by their nominative; an acronym goes with the name whose initials it is.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from summarizer.entities.known import bodies, gazetteer, places
from summarizer.entities.known.glossary import Glossary
from summarizer.entities.mention import Name
from summarizer.entities.russian.declension import surname_forms
from summarizer.entities.russian.morphology import is_known, like, plain
from summarizer.entities.russian.organisations import (
    initials,
    is_acronym,
    nominative,
    without_legal_form,
)
from summarizer.entities.russian.persons import Person, in_context, versions
from summarizer.types import Kind

_START = attrgetter("start")
_SHORTEST_STEM = 4  # shorter words have endings in common by chance


@dataclass(slots=True)
class Cluster:
    """All mentions of one thing."""

    kind: Kind
    name: str  # Russian, nominative
    names: list[Name] = field(default_factory=list)
    nominatives: list[str] = field(default_factory=list)  # of what no table knows, plain
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
    unknown: list[Cluster] = []
    for name in names:
        found = _known_as(name, glossary)
        if found:
            groups.setdefault(found[0], Cluster(name.kind, found[1])).names.append(name)
        else:
            _join_unknown(unknown, name)
    things = [*groups.values(), *unknown]
    for group in things:
        group.kind = _majority(name.kind for name in group.names)
    return things


def _known_as(name: Name, glossary: Glossary | None) -> tuple[str, str] | None:
    """The row that a mention names in the glossary or a table: its key and its Russian name."""
    term = glossary.find(name.cased) if glossary else None
    if term:
        return term.russian, term.russian
    if name.is_adjective:
        entry = places.find_by_adjective(name.cased)
    elif name.kind is Kind.LOC:
        entry = (
            gazetteer.find(name.cased)
            or bodies.find(name.cased)
            or places.find_by_adjective(name.cased)  # «в Орловской и Курской областях»
        )
    else:
        entry = bodies.find(name.cased) or gazetteer.find_common(name.cased)
    return (entry.english, entry.name) if entry else None


def _join_unknown(groups: list[Cluster], name: Name) -> None:
    """Names that no table has go together by the nominatives that they may stand for: «Ломбоке»
    and «Ломбока» are «Ломбок»."""
    possible = _nominatives(name.cased)
    for group in groups:
        shared = [form for form in group.nominatives if form in possible]
        if shared:
            group.names.append(name)
            group.nominatives = shared
            if plain(group.name) not in shared:
                group.name = like(without_legal_form(name.cased), shared[0])
            return
    groups.append(Cluster(name.kind, nominative(name.cased), [name], nominatives=possible))


def _nominatives(text: str) -> list[str]:
    """The likeliest first; of longer names only the one that the grammar gives."""
    shown = plain(without_legal_form(nominative(text)))
    if " " in shown or is_acronym(text) or is_known(text) or len(shown) < _SHORTEST_STEM:
        return [shown]
    guesses = [plain(form.nominative) for form in surname_forms(without_legal_form(text))]
    return list(dict.fromkeys((shown, *guesses)))


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
        persons = in_context(versions(name.cased), name.cased, name.before)
        fitting = [group for group in groups if _common(group.versions, persons)]
        if fitting:
            group = min(fitting, key=lambda candidate: _distance(candidate, name))
            group.versions = _common(group.versions, persons)
            insort(group.names, name, key=_START)
        else:
            groups.append(Cluster(Kind.PER, "", [name], versions=list(persons)))
    for group in groups:
        group.name = group.versions[0].whole
    return groups


def _fullness(person: Person) -> int:
    """Full names first, longest first; then initials; lone names last."""
    return -len(person.name) if person.is_full else 1 - bool(person.initials)


def _common(known: Sequence[Person], others: Sequence[Person]) -> list[Person]:
    """The ways to read a person that another mention leaves possible."""
    return [one for one in known if any(_agree(one, other) for other in others)]


def _agree(known: Person, other: Person) -> bool:
    """«Трамп» is not «Трамп-младший»: who is meant by the bare surname is not for us to say."""
    if known.generation != other.generation:
        return False
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
    before = bisect_left(group.names, name.start, key=_START)
    if not before:
        return 1_000_000 + group.names[0].start
    return name.start - group.names[before - 1].start


def _majority(kinds: Iterator[Kind]) -> Kind:
    counted = list(kinds)
    return max(counted, key=counted.count)
