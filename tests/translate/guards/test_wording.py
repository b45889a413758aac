"""Bounds of numbers and relative dates that are gone."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.wording import _RULES, lost_words

LOST = [
    # from the embedded model, read against the Russian
    ("Не менее семи человек погибли.", "Seven people died.", "Не менее"),
    ("Ночью минус 20 градусов.", "At night it is 20 degrees.", "минус 20"),
    ("Ночью до −15 °C.", "At night up to 15 °C.", "−15 °"),
    ("В прошлом году компания признала это.", "In the past, the company recognised it.", "прошлом"),
    ("На прошлой неделе они пригрозили.", "On the previous day they threatened.", "неделе"),
    ("Погибло более 550 человек.", "550 people died.", "более"),
    ("Туда пришли менее 30 человек.", "30 people came there.", "менее"),
    ("До выборов менее двух недель.", "There are only two weeks left.", "менее"),
    ("Не более трех дней.", "Three days.", "Не более"),
    ("Почти половина депутатов.", "Half of the deputies.", "Почти"),
    ("Вчера он приехал.", "He came.", "Вчера"),
    ("Об этом заявил министр.", "The minister spoke at a meeting.", "Об этом"),
    ("Завод откроют, сообщил мэр.", "The plant will be opened by the mayor.", "сообщил"),
    ("По его словам, завод откроют.", "The plant will be opened.", "словам"),
    ("В следующем месяце он приедет.", "He will come.", "следующем месяце"),
    ("В прошлом месяце он уволился.", "He resigned.", "прошлом месяце"),
    ("На следующей неделе он приедет.", "He will come.", "следующей неделе"),
    ("В следующем году завод закроют.", "The plant will be closed.", "следующем году"),
    ("В этом году урожай выше.", "The harvest is higher.", "этом году"),
    ("На этой неделе выпадет снег.", "Snow will fall.", "этой неделе"),
    ("Ранены как минимум 12 человек.", "12 people were injured.", "как минимум"),
    ("Погибли по меньшей мере 12 человек.", "12 people died.", "по меньшей мере"),
    ("Собрано свыше 300 подписей.", "300 signatures were collected.", "свыше"),
    (
        "Одним из направлений сотрудничества президент назвал IT.",
        "One of the areas of cooperation between the president is IT.",
        "назвал",
    ),
    (
        "Сегодня премьер-министр приняла отставку Джонсона.",
        "The prime minister today resigned as minister, Boris Johnson.",
        "приняла отставк",
    ),
    (
        "Она обещала отправить Джонсона в отставку.",
        "She promised to resign Johnson.",
        "отправить",
    ),
]
KEPT = [
    ("Не менее семи человек погибли.", "At least seven people died."),
    ("Ночью минус 20 градусов.", "At night it is 20 below zero."),
    ("Ночью до −15 °C.", "At night down to -15°C."),
    ("Ночью 10–15 градусов.", "At night 10 to 15 degrees."),
    ("Погибло более 550 человек.", "The death toll exceeded 550."),
    ("Погибло более 550 человек.", "550+ people died."),
    ("Он приехал в ноябре прошлого года.", "He came last November."),
    ("На прошлой неделе он приехал.", "He came last Friday."),
    ("В прошлом году он приехал.", "He came in 2013."),
    ("Тем не менее 80 человек ждут.", "Nevertheless, 80 people are waiting."),
    ("Почти все приехали.", "Everybody came."),
    ("Вчера он приехал.", "He came on Tuesday."),
    ("В прошлом месяце он уволился.", "He resigned last November."),
    ("На следующей неделе он приедет.", "He will come next Friday."),
    ("В следующем году завод закроют.", "The plant will be closed in 2016."),
    ("В этом году урожай выше.", "The harvest is higher this year."),
    ("На этой неделе выпадет снег.", "Snow will fall this week."),
    ("Ранены как минимум 12 человек.", "A minimum of 12 people were injured."),
    ("Ждать не более трёх дней.", "The wait is up to three days."),
    ("Об этом заявил министр.", "The minister said this."),
    ("Завод откроют, сообщил мэр.", "The plant will be opened, according to the mayor."),
    ("Он больше не приедет.", "He will not come."),
    ("Премьер приняла отставку Джонсона.", "The prime minister accepted his resignation."),
    ("Клуб отправил тренера в отставку.", "The club dismissed the coach."),
    ("Президент назвал IT одной из сфер.", "The president described IT as one of the areas."),
]


@pytest.mark.parametrize(("source", "target", "words"), LOST)
def test_a_lost_bound_or_time_is_named(source: str, target: str, words: str) -> None:
    """The number is there, and says something else."""
    assert words in "; ".join(lost_words(source, target))


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_other_words_for_it_are_fine(source: str, target: str) -> None:
    """What is looked for is gone, not reworded."""
    assert list(lost_words(source, target)) == []


@pytest.mark.parametrize("russian", sorted({russian for russian, *_ in (*LOST, *KEPT)}))
def test_signs_stand_in_all_that_a_pattern_finds(russian: str) -> None:
    """A rule whose signs are not there is passed over, so they must not miss what it looks for."""
    for rule in _RULES:
        if rule.russian.search(russian.lower()):
            assert any(sign in russian.lower() for sign in rule.signs)
