"""Jr. and Sr.: a son is not to be told of under his father's name."""

from __future__ import annotations

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.repair import repair
from summarizer.entities.english_text.generations import last_name, without_suffix
from summarizer.entities.known.glossary import Term, glossary
from summarizer.entities.ledger import build
from summarizer.entities.memory import NameMemory
from summarizer.types import Ledger, Status
from tests.entities.lines import article

SON = "Дональд Трамп-младший приехал."
BOTH = "Дональд Трамп-младший приехал, Дональд Трамп уехал."


def ledger(*lines: str) -> Ledger:
    return build(*article(*lines))


def statuses(line: str, target: str) -> list[Status]:
    checker = Checker(ledger(line))
    return [match.status for match in checker.check(checker.ledger.sentences[0], target)]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Donald Trump Jr.", "Donald Trump"),
        ("Donald Trump, Jr", "Donald Trump"),
        ("Pliny the Elder", "Pliny"),
        ("George Bush Senior", "George Bush"),
        ("Junior Walker", "Junior Walker"),
    ],
)
def test_what_tells_a_son_from_his_father(name: str, bare: str) -> None:
    """Only behind a name."""
    assert without_suffix(name) == bare


@pytest.mark.parametrize(
    ("name", "last"),
    [("Donald Trump Jr.", "Trump Jr."), ("Angela Merkel", "Merkel"), ("Trump", "Trump")],
)
def test_a_last_name_is_more_than_the_suffix(name: str, last: str) -> None:
    """A glossary's "Donald Trump Jr." is not to be called "Jr."."""
    assert last_name(name) == last


def test_father_and_son_are_two() -> None:
    """The bare surname is the father's, or somebody's: it was one Donald Trump."""
    found = ledger(f"{SON} Трамп-младший молчит. Дональд Трамп уехал. Трамп доволен.").entities
    assert [(entity.name, entity.english, len(entity.mentions)) for entity in found] == [
        ("Дональд Трамп-младший", "Donald Trump Jr.", 2),
        ("Дональд Трамп", "Donald Trump", 2),
    ]
    assert [mention.english for mention in found[0].mentions] == ["Donald Trump Jr.", "Trump Jr."]


@pytest.mark.parametrize(
    "said", ["Donald Trump Jr.", "Donald Trump, Jr.,", "Trump Jr", "the younger Trump"]
)
def test_a_son_may_be_called_in_many_ways(said: str) -> None:
    """As the news does."""
    assert statuses(SON, f"{said} arrived.") == [Status.KEPT]


@pytest.mark.parametrize(
    ("line", "target", "expected"),
    [
        (SON, "Donald Trump arrived.", [Status.CHANGED]),
        (SON, "There came Trump.", [Status.CHANGED]),
        (SON, "Trump arrived.", [Status.MISSING]),
        (BOTH, "Donald Trump Jr. arrived, Donald Trump left.", [Status.KEPT, Status.KEPT]),
        (BOTH, "Donald Trump arrived, Trump left.", [Status.CHANGED, Status.KEPT]),
        (BOTH, "Donald Trump arrived and left.", [Status.MISSING, Status.KEPT]),
    ],
)
def test_a_son_under_his_fathers_name_is_no_son(
    line: str, target: str, expected: list[Status]
) -> None:
    """It reads well and says that another man did it."""
    assert statuses(line, target) == expected


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("Donald Trump arrived.", "Donald Trump Jr. arrived."),
        ("There came Trump.", "There came Trump Jr."),
        ("So did Donald Trump.", "So did Donald Trump Jr."),
    ],
)
def test_a_son_gets_his_name_back(target: str, mended: str) -> None:
    """With one stop at the end."""
    checker = Checker(ledger(SON), hinted=True)
    assert repair(checker, checker.ledger.sentences[0], target).text == mended


def test_a_son_lends_his_name_to_nobody() -> None:
    """A later article's «Уорд» is not "Jr."."""
    memory = NameMemory()
    memory.settle(ledger("Кевин Уорд-младший приехал.").entities)
    (ward,) = memory.settle(ledger("Сюда приехал Уорд.").entities)
    assert ward.english == "Ward"


def test_a_glossarys_surname_keeps_the_suffix() -> None:
    """The user writes «Уорд» once, for father and son."""
    terms = glossary([Term("Уорд", "Warde")])
    (ward,) = build(*article("Кевин Уорд-младший приехал."), glossary=terms).entities
    assert (ward.english, ward.accepted) == ("Kevin Warde Jr.", ("Warde Jr.",))
