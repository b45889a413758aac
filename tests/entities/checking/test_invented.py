"""Names that the Russian sentence cannot have given rise to."""

from __future__ import annotations

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.invented import invented_names
from summarizer.testing import ledger_of

INVENTED = [
    (
        "Министр [LOC Казахстана = Kazakhstan] заявил",
        "The minister of Kazakhstan told Putin",
        ["Putin"],
    ),
    ("[PER Зарипов = Zaripov] сказал", "Zaripov told Daniel Kowalski", ["Daniel Kowalski"]),
    # from the embedded model, read against the Russian
    (
        "В штате [LOC Баия = Bahia] паводок",
        "A flood in the State of Bahia, a state of the United States",
        ["United States"],
    ),
    ("Министр приехал на встречу", "The minister came to a meeting of the EU", ["EU"]),
    ("Министр заявил об этом", "The minister told the BBC about it", ["BBC"]),
    ("Глава МИД приехал", "The foreign minister met Kowalski", ["Kowalski"]),
    (
        "Авиакомпания-лоукостер [LATIN Ryanair = Ryanair] бастует",
        "Airline Loctopus Ryanair is on strike",
        ["Loctopus"],
    ),
    ("В прошлом фингоду перевезла", "In the past, the Fingolandia company did", ["Fingolandia"]),
    ("Родители пришли в школу", "The parents came to the school at Christmas", ["Christmas"]),
]
SUPPORTED = [
    ("[LOC США = United States | U.S.] и штат Юта", "Utah is a state of the United States"),
    (
        "[LOC США = United States] ушли",
        "The United States left, and the United States will be back",
    ),
    ("Счета открыты на Кайманах", "The accounts are in the Cayman Islands"),
    ("Завод имени Горького работает", "The Gorky plant works"),
    ("Министерство обороны заявило", "The Ministry of Defence said"),
    ("[LOC Казахстана = Kazakhstan | Kazakh] министр", "the Kazakh minister"),
    ("Компания Газпром сообщила", "Gazprom said"),
    ("В среду он приехал", "He arrived on Wednesday"),
    ("Спад ВВП составил два процента", "The decline in GDP was two percent"),
    ("Золото Панамериканских игр", "Gold at the Pan American Games"),
    ("Ее родители рады", "Her parents are glad"),
    ("[PER Трамп = Donald Trump | Trump] рад", "President Donald Trump is glad"),
    ("Встреча свободненцев и новомосковцев", "A meeting in Svobodny of Novomoskovsk fans"),
    ("Дети пели рождественские гимны", "The children sang Christmas carols"),
    ("Сериал показали по телевидению", "The series was shown on TV"),
    ("Растёт число заражений коронавирусной инфекцией", "COVID-19 infections are rising"),
    ("Один из них, Доузи, не ответил", "One of them, Dawsey, gave no answer"),
    ("Профессор Гарвардского университета", "A professor of Harvard University"),
    ("Чемпионат по квиддичу", "The Quidditch championship"),
    ("От 1-й Тверской-Ямской", "From 1st Tverskaya-Yamskaya"),
    ("Томич отработает 240 часов", "A Tomsk resident will work 240 hours"),
    ("Закон одобрен облдумой", "The law was approved by the regional Duma"),
]


@pytest.mark.parametrize(("marked", "target", "names"), INVENTED)
def test_a_name_from_nowhere_is_found(marked: str, target: str, names: list[str]) -> None:
    """The small model copies names from its prompt's example."""
    ledger = ledger_of(marked)
    checker, sentence = Checker(ledger), ledger.sentences[0]
    spans = invented_names(checker, sentence, target, checker.check(sentence, target))
    assert [target[start:stop] for start, stop in spans] == names


@pytest.mark.parametrize(("marked", "target"), SUPPORTED)
def test_a_name_with_any_ground_in_the_russian_is_none(marked: str, target: str) -> None:
    """What the recogniser missed, or what English capitalises, is no invention."""
    ledger = ledger_of(marked)
    checker, sentence = Checker(ledger), ledger.sentences[0]
    assert invented_names(checker, sentence, target, checker.check(sentence, target)) == ()
