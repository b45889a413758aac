"""Is everything that the Russian names in the English? One line a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.testing import ledger_of
from summarizer.types import Origin, Status

KEPT = [
    (
        "[PER Р.Минниханов = R. Minnikhanov | Rustam Minnikhanov | Minnikhanov] уверен.",
        "Minnikhanov is sure.",
    ),
    ("[LOC Казахстана = Kazakhstan | Kazakh] министр", "the Kazakh minister"),
    ("Вертолёты [LATIN Ми-17В5 = Mi-17V5]", "Mi-17V5 helicopters"),
    ("население [NUM 244 890] человек", "a population of 244,890"),
    ("[MONEY 12,5 млрд рублей]", "12.5 billion rubles"),
    ("[DATE 29 декабря 2014 г.]", "on December 29, 2014"),
    ("рост на [PERCENT 5 %]", "growth of five percent"),
    (
        "[LOC Казань = Kazan], [ORG Казанский вертолетный завод = Kazan Helicopter Plant]",
        "Kazan and the Kazan Helicopter Plant",
    ),
]
OTHERWISE = [
    # a term in another form of the same word
    ("[TERM отставку = resignation | resign] приняли", "his resigning was accepted"),
    # Latin names however they are spaced
    ("работает [LATIN Touch ID = Touch ID]", "TouchID works"),
    ("[LATIN Road-show = Road-show] начнётся", "The roadshow will start"),
    # a place that English joins with a hyphen or not
    ("в [LOC Тель-Авиве = Tel Aviv]", "in Tel-Aviv"),
    # the words of a body in another order, and spelt as the British do
    (
        "[ORG СНБО = National Security and Defense Council] сообщил",
        "the Council of National Security and Defence reported",
    ),
    # stations and streets keep the Russian adjective
    ("у метро [LOC Калужская = Kaluga]", "at Kaluzhskaya metro"),
    ("на [LOC Тульской = Tula] улице", "on Bolshaya Tulskaya Street"),
    # the spelling in brackets is said once
    (
        "[PER Давид Лиснар = David Lisnard] ([LATIN David Lisnard = David Lisnard])",
        "David Lisnard",
    ),
]
ADJACENT = [
    (
        "член [LOC Российского = Russian] [ORG Совета = Council | Russian Security Council]",
        "a member of the Russian Security Council",
    ),
    (
        "[ORG Центральный банк = Central Bank of Russia | Central Bank] [LOC России = Russia]",
        "the Central Bank of Russia",
    ),
    (
        "[ORG Центральный банк = Central Bank of Russia] ([LOC Россия = Russia])",
        "the Central Bank of Russia",
    ),
    (
        "[LOC РФ = Russia | Russian] [ORG Совбез = Security Council | Russian Security Council]",
        "the Russian Security Council",
    ),
    # another spelling of a known name that sounds the same
    ("[PER Зеленский = Zelensky] сказал", "Zelenskyy said so"),
]
FLAGGED = [
    (
        "[PER Рустам Минниханов = Rustam Minnikhanov | Minnikhanov] уверен.",
        "Rustam Minin is sure.",
        [Status.MISSING],
    ),
    (
        "[LOC Казахстана = Kazakhstan | Kazakh] министр",
        "the minister of Tatarstan",
        [Status.MISSING],
    ),
    ("население [NUM 244 890] человек", "a population of 24,490", [Status.CHANGED]),
    ("[ORG ФСБ = Federal Security Service]", "the Federal Guard Service", [Status.CHANGED]),
    ("[ORG суд = Court] [LOC РФ = Russia]", "the Court", [Status.KEPT, Status.MISSING]),
    ("[TERM отставку = resignation | left]", "he may leave it there", [Status.MISSING]),
    ("[NUM 780 000] и [LOC Казань = Kazan]", "78,000 in Kazan", [Status.CHANGED, Status.KEPT]),
    (
        "[LOC Казань = Kazan], [ORG Казанский вертолетный завод = Kazan Helicopter Plant]",
        "the Kazan Helicopter Plant",
        [Status.MISSING, Status.KEPT],
    ),
    # another man of a like name, and another of the same
    ("[PER Тихомиров = Tikhomirov] сказал", "Tikhonov said so", [Status.MISSING]),
    (
        "[PER Сергей Петрович Иванов = Sergei Petrovich Ivanov] сказал",
        "Igor Ivanov said so",
        [Status.MISSING],
    ),
    (
        "[PER Имангали Тасмагамбетов = Imangali Tasmagambetov] сказал",
        "Tasmagambetof said so",
        [Status.CHANGED],
    ),
    # what one has is not there for the other
    (
        "[PER Петров = Petrov] и [PER Петрова = Petrova]",
        "Petrov came",
        [Status.KEPT, Status.MISSING],
    ),
    (
        "[ORG Центральный банк = Central Bank of Russia] и [LOC Россия = Russia]",
        "the Central Bank of Russia",
        [Status.KEPT, Status.MISSING],
    ),
    ("у метро [LOC Калужская = Kaluga]", "at a metro station in Moscow", [Status.MISSING]),
    ("[PER Яворский = Jaworski] сказал", "Yavorskaya said so", [Status.CHANGED]),
    ("[TERM суд = court] решил", "Kurt decided", [Status.MISSING]),
]
GUESSED = [
    ("[PER Хоген = Khogen] ушёл", "Hogan left", "Hogan"),
    ("Письмо [PER Пола Илса = Pol Ils]", "A letter by Mr Eales", "Eales"),
    ("с [PER Фаизом Сараджем = Faiz Saradzh]", "with Fayez Sarraj", "Fayez Sarraj"),
    ("в [LOC Новый Илс = Novy Ils]", "by Mr Eales", ""),
    ("у метро [LOC Тюлевская = Tyulevskaya]", "Go to Tyulevskaya today", "Tyulevskaya"),
]


@pytest.mark.parametrize(("marked", "target"), KEPT + OTHERWISE + ADJACENT)
def test_what_is_there_in_any_accepted_form_is_kept(marked: str, target: str) -> None:
    """Surnames, adjectives of places and other spellings of a value are no loss."""
    ledger = ledger_of(marked)
    matches = Checker(ledger).check(ledger.sentences[0], target)
    assert [match.status for match in matches] == [Status.KEPT] * len(ledger.entities)


@pytest.mark.parametrize(("marked", "target", "statuses"), FLAGGED)
def test_what_is_lost_or_changed_is_said(marked: str, target: str, statuses: list[Status]) -> None:
    """Nothing disappears in silence."""
    ledger = ledger_of(marked)
    matches = Checker(ledger).check(ledger.sentences[0], target)
    assert [match.status for match in matches] == statuses


def test_spans_point_at_what_was_found() -> None:
    """A match says where the English has the name."""
    ledger = ledger_of("[PER Радик Хасанов = Radik Khasanov | Khasanov] приехал")
    (match,) = Checker(ledger).check(ledger.sentences[0], "Yesterday Khasanov came")
    assert match.span == (10, 18)
    ledger = ledger_of("у метро [LOC Калужская = Kaluga]")
    (match,) = Checker(ledger).check(ledger.sentences[0], "at Kaluzhskaya metro")
    assert match.span == (3, 14)


@pytest.mark.parametrize(("marked", "target", "found"), GUESSED)
def test_a_guessed_spelling_gives_way_to_the_one_that_is_heard(
    marked: str, target: str, found: str
) -> None:
    """A person by the surname too, a place only by its whole name."""
    ledger = ledger_of(marked)
    guessed = tuple(replace(entity, origin=Origin.ROMANISED) for entity in ledger.entities)
    checker = Checker(replace(ledger, entities=guessed))
    (match,) = checker.check(ledger.sentences[0], target)
    assert (target[slice(*match.span)] if match.span else "") == found
    assert match.status is (Status.KEPT if found else Status.MISSING)


def test_a_spelling_that_the_engine_was_told_is_no_matter_of_hearing() -> None:
    """With a hint the engine had only to copy it."""
    ledger = ledger_of("[PER Хоген = Khogen] ушёл")
    guessed = tuple(replace(entity, origin=Origin.ROMANISED) for entity in ledger.entities)
    checker = Checker(replace(ledger, entities=guessed), hinted=True)
    (match,) = checker.check(ledger.sentences[0], "Hogan left")
    assert match.status is Status.CHANGED


def test_a_body_without_a_known_form_is_not_checked() -> None:
    """Any wording of a descriptive name is accepted, and the ledger says it was not checked."""
    ledger = ledger_of("[ORG Комитет по делам] собрался")
    (match,) = Checker(ledger).check(ledger.sentences[0], "The committee met")
    assert match.status is Status.UNCHECKED


def test_two_mentions_of_one_entity_may_share_one_place() -> None:
    """English says "he" the second time."""
    ledger = ledger_of("[PER Иванов = Ivanov] и ещё раз")
    entity = ledger.entities[0]
    twice = type(entity)(
        entity.kind, entity.name, entity.english, (), entity.origin, entity.mentions * 2
    )
    ledger = type(ledger)(ledger.article, ledger.sentences, (twice,))
    matches = Checker(ledger).check(ledger.sentences[0], "Ivanov, and he again")
    assert [match.status for match in matches] == [Status.KEPT, Status.KEPT]


def test_extra_values_are_found() -> None:
    """A number that the Russian has not is an invention."""
    ledger = ledger_of("В [LOC Казани = Kazan] построено [NUM 120] домов")
    _, extra = Checker(ledger).examine(ledger.sentences[0], "Kazan: 120 houses and 450 schools")
    assert [(found.start, found.stop) for found in extra] == [(22, 25)]


def test_digits_of_a_name_are_no_number() -> None:
    """The 17 of Mi-17V5 is not a count."""
    ledger = ledger_of("[LATIN Ми-17В5 = Mi-17V5]")
    assert Checker(ledger).examine(ledger.sentences[0], "the Mi-17V5")[1] == ()


def test_a_number_inside_a_name_supports_that_number() -> None:
    """«Катар-2022» is one name in Russian, and may be two things in English."""
    ledger = ledger_of("[ORG Катар-2022 = Qatar] отрицает")
    checker, sentence = Checker(ledger), ledger.sentences[0]
    assert checker.examine(sentence, "Qatar denies it about 2022")[1] == ()
    assert len(checker.examine(sentence, "Qatar denies it about 2018")[1]) == 1


@pytest.mark.parametrize(
    ("marked", "target", "status"),
    [
        ("[ORG Госдума = State Duma] [LOC РФ = Russia]", "the State Duma", Status.KEPT),
        (
            "[ORG Госдума = State Duma] [LOC США = United States]",
            "the State Duma",
            Status.MISSING,
        ),
        ("[ORG Бундестаг = State Duma] [LOC РФ = Russia]", "the State Duma", Status.MISSING),
        (
            "[ORG Верховный суд = Supreme Court] [LOC Пакистана = Pakistan]",
            "the Supreme Court",
            Status.MISSING,
        ),
    ],
)
def test_a_country_is_understood_in_a_body_of_its_own(
    marked: str, target: str, status: Status
) -> None:
    """«Госдума РФ» and «Госдума» are one row of the table: nothing is lost with "State Duma"."""
    ledger = ledger_of(marked)
    known = tuple(replace(entity, origin=Origin.GAZETTEER) for entity in ledger.entities)
    checker = Checker(replace(ledger, entities=known))
    assert checker.check(ledger.sentences[0], target)[1].status is status
