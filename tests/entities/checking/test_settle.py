"""Spellings that the translations settle on."""

from __future__ import annotations

from dataclasses import replace

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.settle import settle
from summarizer.testing import ledger_of
from summarizer.types import Entity, Ledger, Origin


def guessed(marked: str) -> Ledger:
    """A ledger whose names are romanisations."""
    ledger = ledger_of(marked)
    entities = tuple(replace(entity, origin=Origin.ROMANISED) for entity in ledger.entities)
    return replace(ledger, entities=entities)


def settled(marked: str, target: str) -> Entity:
    ledger = guessed(marked)
    return settle(Checker(ledger), {0: target}).entities[0]


def test_the_spelling_of_the_translation_is_taken() -> None:
    """It sounds like the Russian, and ours is only letters."""
    entity = settled("[PER Роберт Харди = Robert Khardi | Khardi] умер", "Robert Hardy died")
    assert (entity.english, entity.origin) == ("Robert Hardy", Origin.TRANSLATION)
    assert set(entity.accepted) == {"Hardy", "Robert Khardi"}


def test_mentions_follow_in_their_parts() -> None:
    """The surname alone is spelt as in the whole name."""
    ledger = guessed("[PER Роберт Харди = Robert Khardi | Khardi] умер")
    (entity,) = ledger.entities
    mention = replace(entity.mentions[0], english="Khardi")
    ledger = replace(ledger, entities=(replace(entity, mentions=(mention,)),))
    (after,) = settle(Checker(ledger), {0: "Robert Hardy died"}).entities
    assert after.mentions[0].english == "Hardy"


def test_ours_stays_where_any_translation_has_it() -> None:
    """No change without need."""
    entity = settled("[PER Олег Харди = Oleg Khardi] умер", "Oleg Khardi died")
    assert (entity.english, entity.origin) == ("Oleg Khardi", Origin.ROMANISED)


def test_another_name_is_not_taken() -> None:
    """What does not sound like the Russian is somebody else."""
    entity = settled("[PER Роберт Харди = Robert Khardi] умер", "Robert Smithson died")
    assert entity.english == "Robert Khardi"


def test_known_names_are_not_touched() -> None:
    """A gazetteer knows better than a model."""
    ledger = ledger_of("[LOC Казань = Kazan] растёт")
    assert settle(Checker(ledger), {0: "Kasan grows"}) == ledger
