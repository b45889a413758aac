"""Offices, plants and words of the news: bracketed text shows what must be found."""

from __future__ import annotations

import re

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.known.terms import find_terms, plural
from summarizer.types import Article, Ledger, Sentence, Span, Status

CASES = [
    "[Чрезвычайный и Полномочный посол] России",
    "[заместитель генерального директора] ОАО",
    "встреча с [министром обороны] Казахстана",
    "[Вице-премьер] - [министр промышленности и торговли] РТ",
    "для создаваемого [патронного завода]",
    "После встречи с [послами] он уехал",
    "[гендиректора] и [АЭС]",
    "Он рассказал об этом",
    "Из-за [забастовки] [авиадиспетчеров] [рейсы] отменены",
    "Он подал в [отставку], сказал [замглавы] МИД",
    "[дочерние предприятия] и [наёмники]",
    "получил [условный срок] за [взятку]",
    # a première is no prime minister
    "Еще на премьере нового фильма и одной из премьер сериала",
    "Премьера фильма состоялась, но [премьера] Медведева и [премьера] РФ не было",
]
LINES = [
    ("посол России прибыл", "The Russian ambassador arrived", Status.KEPT),
    ("посол России прибыл", "The Russian State Secretary arrived", Status.MISSING),
    ("генеральный директор КАМАЗа", "the CEO of KAMAZ", Status.KEPT),
    ("строится патронный завод", "a State Factory is being built", Status.MISSING),
    # from the embedded model, read against the Russian
    ("после отставки Джонсона", "after the absence of Johnson", Status.MISSING),
    ("после отставки Джонсона", "after Johnson resigned", Status.KEPT),
    ("стихией уничтожены мосты", "the bridges were destroyed by graffiti", Status.MISSING),
    ("замглавы МИД заявил", "the head of the ministry said", Status.MISSING),
    ("Первый заместитель Премьер-Министра Смаилов", "Deputy PM Smailov", Status.MISSING),
    ("заместитель премьер-министра Смаилов", "Prime Minister Smailov", Status.MISSING),
    ("воспаление лёгких бывает разное", "leg pain can be different", Status.MISSING),
    ("губернатор Техаса Перри", "Texas Gov. Perry", Status.KEPT),
    ("умер от ковида", "died of COVID-19", Status.KEPT),
]


def sentence_of(text: str) -> Sentence:
    return Sentence(0, 0, 0, len(text), text)


@pytest.mark.parametrize("marked", CASES)
def test_terms_are_found_in_any_case_the_longest_first(marked: str) -> None:
    """A deputy director is not the director, and «после» no ambassador."""
    text, wanted = re.sub(r"[\[\]]", "", marked), re.findall(r"\[(.*?)\]", marked)
    found = [mention for term in find_terms([sentence_of(text)]) for mention in term.mentions]
    assert [m.text for m in sorted(found, key=lambda m: m.start)] == wanted
    assert all(text[mention.start : mention.stop] == mention.text for mention in found)


@pytest.mark.parametrize(("source", "target", "status"), LINES)
def test_another_office_is_a_loss(source: str, target: str, status: Status) -> None:
    """Any usual wording is accepted, another office is not."""
    sentence = sentence_of(source)
    ledger = Ledger(Article("", source), (sentence,), tuple(find_terms([sentence])))
    assert [match.status for match in Checker(ledger).check(sentence, target)] == [status]


def test_a_term_inside_a_name_is_left_to_the_name() -> None:
    """«Казанский пороховой завод» is a plant with a name."""
    sentence = sentence_of("Казанский пороховой завод")
    assert find_terms([sentence], avoid=[Span(0, 25)]) == []


def test_one_row_a_term() -> None:
    """All mentions of an office are one row."""
    (term,) = find_terms([sentence_of("посол встретил посла")])
    assert len(term.mentions) == 2


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("air traffic controller", "air traffic controllers"),
        ("deputy", "deputies"),
        ("search", "searches"),
        ("serviceman", "servicemen"),
        ("precipitation", "precipitation"),
        ("riots", "riots"),
    ],
)
def test_plurals(word: str, expected: str) -> None:
    """What a hint says for «рейсов» and «депутаты»."""
    assert plural(word) == expected
