"""Repairs: only where the place is certain, and never at another mention's cost."""

from __future__ import annotations

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.repair import repair
from summarizer.testing import ledger_of
from summarizer.types import Status

MENDED = [
    (
        "[PER Рустам Минниханов = Rustam Minnikhanov | Minnikhanov] уверен.",
        "Rustam Minin is sure.",
        "Rustam Minnikhanov is sure.",
    ),
    (
        "[PER Рустам Минниханов = Rustam Minnikhanov | Minnikhanov] уверен.",
        "Minnihanof is sure.",
        "Minnikhanov is sure.",
    ),
    ("встретил [PER Когогина = Kogogin]", "met Kogogina’s team", "met Kogogin’s team"),
    ("население [NUM 244 890] человек", "a population of 24,490", "a population of 244,890"),
    (
        "[PER Сергей Когогин = Sergei Kogogin | Sergey Kogogin | Kogogin] сказал",
        "Sergey Kogogin said so",
        "Sergei Kogogin said so",
    ),
    (
        "[PER Джереми Хант = Jeremy Hunt | Hunt | Hant | Jeremy Hant] сказал",
        "Hant said so",
        "Hunt said so",
    ),
    (
        "назначила [PER Доминика Рааба = Dominic Raab | Raab]",
        "appointed Dominika Raab",
        "appointed Dominic Raab",
    ),
    (
        "[LOC Киев = Kyiv | Kiev] ждёт",
        "Kiev's allies are waiting",
        "Kyiv's allies are waiting",
    ),
    ("[LOC Одесса = Odesa | Odessa] ждёт", "Odessa is waiting", "Odesa is waiting"),
    # only a person is called by the last word of the name
    ("в [LOC Нижнем Тагиле = Nizhny Tagil]", "in Tagill", "in Nizhny Tagil"),
    ("в [DATE 2014 году] рост", "growth in 2015", "growth in 2014"),
    # each kind of value has its own place
    ("[NUM 120] домов в [DATE 2014 году]", "130 houses in 2015", "120 houses in 2014"),
    ("[NUM 120] домов и [NUM 450] школ", "120 houses, 460 schools", "120 houses, 450 schools"),
]
LEFT = [
    ("[PER Рустам Минниханов = Rustam Minnikhanov] уверен.", "Robert Merkulov is sure."),
    ("[TERM суд = court] решил", "Kurt decided"),
    ("[NUM 120] домов и [NUM 450] школ", "130 houses and schools"),
    ("[NUM 120] домов и школы", "130 houses and 460 schools"),
    ("[NUM 120] домов", "houses"),
    ("[PER Рустам Минниханов = Rustam Minnikhanov] уверен.", "He is sure."),
    (
        "[PER Иван Петров = Ivan Petrov | Petrov] и [PER Олег Сидоров = Oleg Sidorov | Sidorov]",
        "Ivan Petrov and his friend",
    ),
    ("[NUM 120] домов и [NUM 450] школ", "130 houses and 460 schools"),
]


@pytest.mark.parametrize(("marked", "target", "mended"), MENDED)
def test_what_can_be_placed_is_mended(marked: str, target: str, mended: str) -> None:
    """The wrong span is replaced, the rest of the sentence stays."""
    ledger = ledger_of(marked)
    done = repair(Checker(ledger), ledger.sentences[0], target)
    assert done.text == mended
    assert Status.REPAIRED in [match.status for match in done.matches]


def test_only_what_was_mended_counts_as_repaired() -> None:
    """The others were right before."""
    ledger = ledger_of("[PER Рустам Минниханов = Rustam Minnikhanov] в [LOC Казани = Kazan]")
    done = repair(Checker(ledger), ledger.sentences[0], "Rustam Minin in Kazan")
    assert [match.status for match in done.matches] == [Status.REPAIRED, Status.KEPT]


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("войска [LOC Ирака = Iraq | Iraqi] ушли", "The Iraqi troops left"),
        ("гость из [LOC Флоренции = Florence | Florentine]", "a Florentine guest"),
        ("[LOC Северный Кавказ = North Caucasus | Northern Caucasus]", "Northern Caucasus"),
    ],
)
def test_another_word_for_a_place_is_no_misspelling(marked: str, target: str) -> None:
    """Adjectives and descriptions stay."""
    ledger = ledger_of(marked)
    assert repair(Checker(ledger), ledger.sentences[0], target).text == target


@pytest.mark.parametrize(("marked", "target"), LEFT)
def test_what_cannot_be_placed_is_left_and_stays_flagged(marked: str, target: str) -> None:
    """No guess: an inserted name could be put into somebody else's mouth."""
    ledger = ledger_of(marked)
    done = repair(Checker(ledger), ledger.sentences[0], target)
    assert done.text == target
    assert any(match.status.is_flagged for match in done.matches)


def test_an_article_follows_the_new_word() -> None:
    """ "a Minin" becomes "an Osipov", not "a Osipov"."""
    ledger = ledger_of("победа [PER Осипова = Osipov]")
    done = repair(Checker(ledger), ledger.sentences[0], "it was a Tosipov victory")
    assert done.text == "it was an Osipov victory"


def test_a_title_before_a_surname_is_no_given_name() -> None:
    """Nor is another word with a capital."""
    ledger = ledger_of("[PER Доминик Рааб = Dominic Raab | Raab] сказал")
    for target in ("Minister Raab said", "British Raab said", "Mr Raab said"):
        assert repair(Checker(ledger), ledger.sentences[0], target).text == target


def test_accents_are_no_misspelling() -> None:
    """Erdoğan stays Erdoğan."""
    ledger = ledger_of("[PER Эрдоган = Erdogan] сказал")
    assert repair(Checker(ledger), ledger.sentences[0], "Erdoğan said").edits == ()


def test_a_correct_sentence_is_not_touched() -> None:
    """Nothing to mend, nothing mended."""
    ledger = ledger_of("[PER Иван Петров = Ivan Petrov] и [LOC Казань = Kazan]")
    done = repair(Checker(ledger), ledger.sentences[0], "Ivan Petrov in Kazan")
    assert (done.text, done.edits) == ("Ivan Petrov in Kazan", ())
