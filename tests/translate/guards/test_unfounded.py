"""Words that make another story are doubted where the Russian has nothing like them."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.suspicions import suspicions
from summarizer.translate.guards.unfounded import unfounded_words


@pytest.mark.parametrize(
    ("russian", "english", "words"),
    [
        (
            "Об этом сообщил главный инспектор министерства туризма Египта Шаабан Абдель Гауад.",
            "This was reported by Egypt's Minister of Tourism, Shaaban Abdel Gaouad.",
            ["Minister"],
        ),
        (
            "Причина стоит искать в условиях зарождения вируса.",
            "The reason for the lawsuit should be traced back to the virus's emergence.",
            ["lawsuit"],
        ),
        (
            "Это будет самый драматичный финал президентства.",
            "This will be the most dramatic presidential election.",
            ["election"],
        ),
        (
            "В Музее Библии в Вашингтоне обнаружено 5300 памятников.",
            "In the Washington Museum of History and Art 5,300 relics were discovered.",
            ["History", "Art"],
        ),
        (
            "Парламент отклонил законопроект.",
            "The House of Representatives rejected the bill.",
            ["Representatives"],
        ),
        (
            "Болтон, советник президента США по государственной безопасности, уехал.",
            "Bolton, a US State Department official for the president, left.",
            ["Department"],
        ),
        ("Полицейский дома отдыхал.", "The policeman was killed at home.", ["killed"]),
    ],
)
def test_what_the_russian_does_not_say_is_named(
    russian: str, english: str, words: list[str]
) -> None:
    """Errors of the embedded model, word for word but for the last."""
    assert list(unfounded_words(russian, english)) == [
        f"nothing in the Russian says “{word}”" for word in words
    ]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Глава МИД прилетел в Каир.", "The foreign minister arrived in Cairo."),
        ("Глава государства подписал указ.", "The president signed the decree."),
        ("Пострадавший был застрелен.", "The victim was killed."),
        ("Он подал иск.", "He filed a lawsuit."),
        ("Встреча началась в 19:30.", "The meeting began in the evening."),
        ("Так пишет газета Evening Standard.", "So writes the Evening Standard."),
        ("Так решил Минтранс.", "So decided the Ministry of Transport."),
        ("Так решили в РАН.", "So decided the Russian Academy of Sciences."),
        ("История повторилась.", "History repeated itself."),
        ("Спорт полезен.", "Sports are healthy."),
        ("Погода была хорошей.", "The weather was good."),
        ("До тех пор многие умрут.", "By then, many will have died."),
    ],
)
def test_what_people_write_is_believed(russian: str, english: str) -> None:
    """Other words for the same, and names in Latin letters."""
    assert list(unfounded_words(russian, english)) == []


def test_it_is_one_of_the_suspicions() -> None:
    """So such a sentence is decoded again, and flagged if that does not help."""
    reasons = suspicions("Он часто думает о ней.", "He often thinks about her death.")
    assert reasons == ("nothing in the Russian says “death”",)
