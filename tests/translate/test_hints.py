"""What an engine is told about the names of a sentence."""

from __future__ import annotations

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.ledger import build
from summarizer.translate.hints import segment_of, with_article
from summarizer.types import Article, Sentence, Span

CASES = [
    (
        "Премьер-министр Великобритании Тереза Мэй прибыла.",
        "the prime minister of the United Kingdom; Theresa May",
    ),
    ("Президент Татарстана прибыл.", "the president of Tatarstan"),
    # an adjective is no place to be the president of
    ("Забастовка итальянских диспетчеров.", "strike; Italian"),
    # two forms of one word are one hint, and a plural is one
    ("После отставки он снова подал в отставку.", "resignation"),
    ("Рейсы отменены из-за авиадиспетчеров.", "flights; air traffic controllers"),
    # a formula that the model would turn into "the minister spoke"
    ("Об этом заявил министр обороны.", "This was stated by; defense minister"),
    ("Об этом журналистам рассказали источники.", "Journalists were told this by"),
    ("Об этом он не заявил.", ""),
    # and phrases: "Theresa May has resigned"
    (
        "Тереза Мэй приняла отставку министра.",
        "Theresa May; accepted the resignation of; minister",
    ),
    ("Он пообещал отправить в отставку Иванова.", "dismiss; Ivanov"),
    ("Сотрудничество в военно-технической сфере.", "military-technical"),
    # who comes last in Russian is the one it was done to
    ("В Москве задержан Алексей Навальный.", "Moscow; Alexei Navalny was detained"),
    ("На его место назначена Эстер Маквей.", "Esther McVey was appointed"),
    ("Он назначен Мэттом Хэнкоком.", "Matt Hancock"),
    # not a name, though the recogniser thinks so
    ("Стихией уничтожены несколько мостов.", "disaster"),
]


def hints(russian: str, *, clause: Span | None = None) -> str:
    sentence = Sentence(0, 0, 0, len(russian), russian)
    checker = Checker(build(Article("", russian), [sentence]), hinted=True)
    segment = segment_of(checker, sentence, hints=True, clause=clause)
    return "; ".join(hint.target for hint in segment.hints)


@pytest.mark.parametrize(("russian", "expected"), CASES)
def test_hints_are_what_english_says(russian: str, expected: str) -> None:
    """Offices with their place, articles where English has them, each word once."""
    assert hints(russian) == expected


def test_a_clause_has_only_its_own_names() -> None:
    """The other half of the sentence is another request."""
    russian = "Минниханов прибыл в Казань, а Тасмагамбетов в Астану."
    assert hints(russian, clause=Span(0, 26)) == "Minnikhanov; Kazan"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United States", "the United States"),
        ("EU", "the EU"),
        ("Netherlands", "the Netherlands"),
        ("Foreign Ministry", "the Foreign Ministry"),
        ("Kazakhstan", "Kazakhstan"),
        ("KAMAZ", "KAMAZ"),
    ],
)
def test_some_places_have_an_article(name: str, expected: str) -> None:
    """ "The president of United States" is not English."""
    assert with_article(name) == expected
