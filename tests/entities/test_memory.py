"""One spelling for one name, always."""

from __future__ import annotations

from dataclasses import replace

from summarizer.entities.memory import NameMemory
from summarizer.entities.names import find_names
from summarizer.types import Entity, Kind, Mention, Origin
from tests.entities.lines import article


def person(name: str, english: str, origin: Origin = Origin.ROMANISED) -> Entity:
    surname = english.split()[-1]
    mentions = (Mention(0, 5, name, 0, english), Mention(9, 14, name, 0, surname))
    return Entity(Kind.PER, name, english, (surname,), origin, mentions)


def test_the_first_spelling_stays() -> None:
    """A later one becomes an accepted form, in the mentions too."""
    memory = NameMemory()
    memory.settle([person("Юлия Фатулаева", "Yulia Fatulayeva")])
    (later,) = memory.settle([person("Юлия Фатулаева", "Julia Fatulaeva")])
    assert later.english == "Yulia Fatulayeva"
    assert [mention.english for mention in later.mentions] == ["Yulia Fatulayeva", "Fatulayeva"]
    assert {"Julia Fatulaeva", "Fatulaeva"} <= set(later.accepted)


def test_a_lone_surname_takes_the_spelling_of_its_bearer() -> None:
    """«Шульман» alone is spelt as Yekaterina Shulman was in the article before."""
    memory = NameMemory()
    memory.settle([person("Екатерина Шульман", "Yekaterina Shulman")])
    (later,) = memory.settle([person("Шульман", "Schulman")])
    assert later.english == "Shulman"


def test_a_full_name_takes_the_spelling_of_its_surname_alone() -> None:
    """«Шульман» was Schulman in the article before: Yekaterina Schulman, unless hers is known."""
    memory = NameMemory()
    memory.settle([person("Шульман", "Schulman")])
    own = replace(person("Екатерина Шульман", "Yekaterina Shulman"), accepted=("Schulman",))
    (later,) = memory.settle([own])
    assert later.english == "Yekaterina Schulman"
    assert [mention.english for mention in later.mentions] == ["Yekaterina Schulman", "Schulman"]
    (other,) = memory.settle([person("Ян Шульман", "Jan Szulman")])
    assert other.english == "Jan Szulman"


def test_bearers_who_differ_decide_nothing() -> None:
    """Two people, two spellings: the lone surname keeps its own."""
    memory = NameMemory()
    memory.settle([person("Екатерина Шульман", "Yekaterina Shulman")])
    memory.settle([person("Ханс Шульман", "Hans Schulmann")])
    assert memory.settle([person("Шульман", "Schulman")])[0].english == "Schulman"


def test_the_glossary_beats_the_memory_and_is_remembered() -> None:
    """The user's spelling holds from then on."""
    memory = NameMemory()
    memory.settle([person("Юрий Котов", "Yury Kotov")])
    (own,) = memory.settle([person("Юрий Котов", "Youri Kotoff", Origin.GLOSSARY)])
    assert own.english == "Youri Kotoff"
    assert memory.settle([person("Юрий Котов", "Yury Kotov")])[0].english == "Youri Kotoff"


def test_names_without_english_are_not_remembered() -> None:
    """An unknown form must not blank a known one."""
    memory = NameMemory()
    unknown = Entity(Kind.ORG, "Союз писателей", "", (), Origin.UNKNOWN, ())
    assert memory.settle([unknown]) == [unknown]
    assert len(memory) == 0


def test_over_a_batch_of_articles() -> None:
    """`find_names` gives and takes what it is given to remember."""
    memory = NameMemory()
    find_names(*article("Выступила Екатерина Шульман."), memory=memory)
    (later,) = find_names(*article("По словам Шульман, всё хорошо."), memory=memory)
    assert later.english == "Shulman"


def test_a_surname_met_before_its_bearer() -> None:
    """One spelling, though the first article has the surname only."""
    memory = NameMemory()
    (first,) = find_names(*article("Об этом сообщил Вайгельдт."), memory=memory)
    (later,) = find_names(*article("Ганс-Дитер Вайгельдт выступил с речью."), memory=memory)
    assert (first.english, later.english) == ("Weigeldt", "Hans-Dieter Weigeldt")
