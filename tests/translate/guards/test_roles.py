"""Persons who do what was done to them, or stand where somebody else should."""

from __future__ import annotations

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.ledger import build
from summarizer.translate.guards.roles import mixed_roles
from summarizer.types import Article, Sentence

DOUBTFUL = [
    # all three from the embedded model, read against the Russian
    (
        "Министром здравоохранения назначен Мэтт Хэнкок.",
        "The health minister has been appointed by Matt Hancock.",
        "by Matt Hancock",
    ),
    (
        "Мэтт Хэнкок назначен министром здравоохранения.",
        "The health minister was appointed by Matt Hancock.",
        "by Matt Hancock",
    ),
    (
        "Иванов сказал, что Иванов прав.",
        "Ivanov said that Ivanov and Ivanov are right.",
        "names Ivanov 3 times, the Russian 2 times",
    ),
    (
        "Новым президентом избран бывший министр Сергей Иванов.",
        "The new president was elected by the former minister, Sergey Ivanov.",
        "by Sergey Ivanov",
    ),
    (
        "Джереми Хант назначен министром вместо подавшего в отставку Бориса Джонсона.",
        "Jeremy Hunt: Boris Johnson was appointed minister instead of Boris Johnson who left.",
        "names Johnson 2 times, the Russian once",
    ),
]
FINE = [
    ("Министром назначен Мэтт Хэнкок.", "Matt Hancock was appointed minister."),
    ("Мэтт Хэнкок назначен министром.", "Matt Hancock was appointed by the prime minister."),
    ("Закон подписал Сергей Иванов.", "The law was signed by Sergey Ivanov."),
    ("Закон подписан Сергеем Ивановым.", "The law was signed by Sergey Ivanov."),
    ("Назначена Ангела Меркель.", "It is an appointment by Angela Merkel."),
    ("Портреты созданы художником Томом Стоуном.", "The portraits were made by Tom Stone."),
    ("Решение принято премьером Синдзо Абэ.", "It was decided by Prime Minister Shinzo Abe."),
    ("Он арестован, сообщил Сергей Иванов.", "His arrest was reported by Sergey Ivanov."),
    ("Иванов сказал, что Иванов прав.", "Ivanov said that Ivanov is right."),
    (
        "Пришли жена Шмидта Лиз и брат Джефф Шмидт.",
        "Schmidt's wife, Liz, and brother Jeff Schmidt came.",
    ),
    (
        "Кендалл Дженнер, дочь клана Кардашян-Дженнер, пришла.",
        "Kendall Jenner, a daughter of the Kardashian-Jenner clan, came.",
    ),
    ("Дональд Трамп-младший ушёл.", "Donald Trump Jr. left. Jr. is his name."),
    (
        "Олег Антонов родился в семье игрока Ярослава Антонова.",
        "Oleg Antonov was born into the family of a player, Yaroslav Antonov.",
    ),
]


def reasons(source: str, target: str) -> str:
    sentence = Sentence(0, 0, 0, len(source), source)
    checker = Checker(build(Article("", source), [sentence]))
    return "; ".join(mixed_roles(checker, sentence, target, checker.check(sentence, target)))


@pytest.mark.parametrize(("source", "target", "reason"), DOUBTFUL)
def test_a_changed_part_is_doubted(source: str, target: str, reason: str) -> None:
    """Every name is kept, and the wrong one acts."""
    assert reason in reasons(source, target)


@pytest.mark.parametrize(("source", "target"), FINE)
def test_what_people_write_is_not(source: str, target: str) -> None:
    """Active Russian may become a passive; a foreign woman's name shows no case."""
    assert reasons(source, target) == ""
