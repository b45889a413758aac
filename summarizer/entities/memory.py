"""One spelling for one name, over a document and over a batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.entities.english_text.generations import last_name
from summarizer.entities.russian.morphology import plain
from summarizer.entities.russian.persons import without_generation
from summarizer.types import Entity, Kind, Mention, Origin

# a spelling that rests on more than letters is not given up for one that rests on letters alone
_RANK = {
    Origin.GLOSSARY: 3,
    Origin.GAZETTEER: 2,
    Origin.COPIED: 2,
    Origin.TRANSLATION: 1,
    Origin.ROMANISED: 1,
    Origin.GUESSED: 1,
}


class NameMemory:
    """Remembers the English that each Russian name first got, and gives it to later ones.

    The glossary beats what is remembered; a lone surname takes the spelling of the one person
    who was met with it.
    """

    def __init__(self) -> None:
        self._english: dict[tuple[Kind, str], tuple[str, Origin]] = {}
        self._bearers: dict[str, dict[str, str]] = {}  # surname: person and English surname

    def __len__(self) -> int:
        return len(self._english)

    def settle(self, entities: Iterable[Entity]) -> list[Entity]:
        """The same entities in the same order, each in the spelling that it has had before."""
        settled = []
        for entity in entities:
            known = self.recall(entity)
            self.remember(known)
            settled.append(known)
        return settled

    def recall(self, entity: Entity) -> Entity:
        """The entity in its remembered spelling; its own stays among the accepted ones."""
        english, origin = self._known(entity)
        if not english or english == entity.english or not _outranks(origin, entity.origin):
            return entity
        own = (entity.english, *entity.accepted)
        return replace(
            entity,
            english=english,
            accepted=tuple(form for form in dict.fromkeys(own) if form and form != english),
            origin=origin,
            mentions=tuple(_respelt(mention, entity, english) for mention in entity.mentions),
        )

    def remember(self, entity: Entity) -> None:
        """Keep the entity's spelling for those that follow, if it is the first or outranks it."""
        if entity.origin not in _RANK or not entity.kind.is_name:
            return
        key = _key(entity)
        known = self._english.get(key)
        if known is None or _RANK[entity.origin] > _RANK[known[1]]:
            self._english[key] = entity.english, entity.origin
        is_son = bool(without_generation(entity.name)[1])
        if entity.kind is Kind.PER and " " in entity.name and not is_son:
            surname = plain(entity.name.split()[-1])
            self._bearers.setdefault(surname, {})[plain(entity.name)] = entity.english.split()[-1]

    def _known(self, entity: Entity) -> tuple[str, Origin]:
        found = self._english.get(_key(entity))
        bearers = self._bearers.get(plain(entity.name), {})
        if entity.kind is Kind.PER and len(set(bearers.values())) == 1:
            origin = entity.origin if entity.origin.is_spelt else Origin.ROMANISED
            return next(iter(bearers.values())), origin
        return found or self._with_known_surname(entity) or ("", Origin.UNKNOWN)

    def _with_known_surname(self, entity: Entity) -> tuple[str, Origin] | None:
        """«Екатерина Шульман» in the spelling that «Шульман» alone had in an earlier article, if
        she may be written so."""
        surname = plain(entity.name.split()[-1])
        if entity.kind is not Kind.PER or " " not in entity.english or surname in self._bearers:
            return None
        lone, origin = self._english.get((Kind.PER, surname), ("", Origin.UNKNOWN))
        if lone not in entity.accepted:
            return None
        return f"{entity.english.rsplit(' ', 1)[0]} {lone}", origin


def _key(entity: Entity) -> tuple[Kind, str]:
    return entity.kind, plain(entity.name)


def _outranks(remembered: Origin, own: Origin) -> bool:
    return _RANK.get(remembered, 0) >= _RANK.get(own, 0) and own is not Origin.GLOSSARY


def _respelt(mention: Mention, entity: Entity, english: str) -> Mention:
    if mention.english == entity.english:
        return replace(mention, english=english)
    if entity.kind is Kind.PER and entity.english.endswith(f" {mention.english}"):
        return replace(mention, english=last_name(english))
    return mention
