"""Where names begin and end, which are missed, and what is no name.

Cases are bracketed text: [PER ...], [LOC ...], [ORG ...], and [ADJ ...] for adjectives of places.
"""

from __future__ import annotations

import re

import pytest

from summarizer.entities.finding.spotting import spot
from summarizer.entities.russian.capitals import recapitalised
from tests.entities.lines import article

MARK = re.compile(r"\[(PER|LOC|ORG|ADJ) ([^\]]+)\]")

CASES = (
    # titles and professions are no part of a name
    "В гости приехал император [PER Акихито].",
    "Пульмонолог [PER Сергей Пурясев] дал интервью.",
    "Сегодня [PER Розенталь] дал интервью.",
    "Тридцатитрёхлетний [PER Стивен Нортэм] стал Госсекретарем.",
    "У них более 30 процентов в [ORG ЮА], сказал [PER Сергей Волков].",
    # who is meant, the father or the son
    "[PER Трамп-младший] встретился с [PER Дональдом Трампом].",
    "[PER Уорд-младший] погиб, [PER Кевин Уорд Младший] тоже.",
    "Выступил [PER Мартин Лютер Кинг младший].",
    "Брат-младший встретил [PER Иванова] старший брат ушёл.",
    "Чрезвычайный и Полномочный посол [PER Михаил Бочарников] улетел.",
    # brackets hold another name
    "Доклад подготовила [ORG ООН] ([ORG ФАО]).",
    # initials belong to the name
    "Так считает [PER Б.Обама], президент [LOC США].",
    "Письмо подписал [PER И. И. Иванов].",
    # legal forms and quotes
    'Директор [ORG ОАО "Ромашка"] ушёл.',
    "Выручка [ORG ПАО «Северсталь»] выросла.",
    # a body and the state that it belongs to
    "Об этом сообщил [ORG МИД] [LOC Казахстана].",
    "Так решил [ORG Верховный суд Пакистана].",
    # another university has a longer name
    "Он окончил [ORG Московский государственный университет] имени Ломоносова.",
    "Он окончил [ADJ Московский] государственный университет путей сообщения.",
    # adjectives of places
    "[ADJ Казахстанские] и [ADJ татарстанские] предприятия договорились.",
    "[ADJ Московский] губернатор и [ADJ немецкие] врачи.",
    # acronyms that the recogniser misses
    "Президент [LOC РТ] прибыл вчера.",
    # figures whose surname is also a form of another word, where the recogniser misses them
    "[PER Путин] прилетел в [LOC Казань].",
    "[PER Трамп] прилетел.",
    "[PER Токаев] призвал к миру.",
    "Окон в доме нет.",
    "[PER Ливанов] устроил разнос ректорам.",
    # a preposition at the start of a sentence is no part of a place
    "Из [LOC Штатов] он вернулся в [LOC Чад].",
    "[PER Скрипали] до отставки довели: [PER Борис Джонсон] уходит.",
    # tables know better than the recogniser what kind a name has
    "Страны [ORG Евросоюза] договорились.",
    # foreign surnames with a Chinese or unknown given name
    "Врач [PER Ли Пэн] вернулся домой.",
    # two names that a table has as one
    "Добыча выросла в [LOC Тринидаде и Тобаго].",
    "Шестидесятивосьмилетняя [PER Дилма Руссефф] отстранена.",
    # an ordinary word at the start of a sentence is no person
    "Ревакцинация нужна всем.",
    "Осыпает снегом весь день.",
    # Latin compounds keep only what is Latin
    "Об этом пишет [ORG Telegram]-канал.",
    # and so do compounds of an acronym; two ordinary words are no name
    "Суд вынес приговор [ORG ВИЧ]-диссидентке.",
    "Артист-экспериментатор управляет музыкой.",
    # adjectives, participles and adverbs with a capital are no persons
    "Он работает с [ADJ Шотландскими] клиентами.",
    "Во-многом из-за веры они и уехали.",
    "Противосвертывающий препарат снижает риск.",
    "Спор развернулся вокруг срока.",
    "Спецпрокурор созвал жюри.",
    # a title that is part of a name
    "Приехал [PER Пан Ги Мун], и [PER Пан Ги Муна] ждут.",
    # a place that is another one with the word before it
    "Она судья по [LOC округу Колумбия] и едет в [LOC Колумбию].",
    "Он живёт в [LOC Новой Каролине], не в [LOC Шотландии].",
    # two places, and one
    "Рейс [LOC Малага]-[LOC Брюссель] летит не в [LOC Нью-Йорк].",
    # verbs at the start of a sentence are no names, known to the dictionary or not
    "Понаслаждался победой пару-тройку дней.",
    "Увеличены площади под озимую пшеницу.",
    # the Pope is not of Rome, and Nilov no river
    "Папа Римский [PER Франциск] назвал кризис катастрофой.",
    "Об этом сказал папа римский.",
    # a city with what lies about it, a place that sounds like a person, an ordinary word
    "Жители [LOC Большого Монреаля] голосуют.",
    "Форум прошёл в [LOC Сколково].",
    "Правда победит.",
    # a foreigner's given name that the recogniser left out, and one who is named in brackets
    "Приехал [PER Салман Тасир].",
    "Концерт дал [PER Шон Комбс] ([PER Пафф Дэдди]).",
    # professions that no dictionary has, and common compounds
    "Об этом рассказал вулканолог [PER Олег Сидоров].",
    "Спецпосланник прибыл в [LOC Киев].",
    # a firm's name in quotes stays whole
    'Компания "[ORG Восток-Запад]" растёт.',
    # a site is named like its owner
    "Об этом пояснил [ORG АиФ].ru эксперт.",
)


@pytest.mark.parametrize("case", CASES)
def test_spans(case: str) -> None:
    """One line a rule."""
    found = spot(article(MARK.sub(r"\2", case))[1])
    text = "".join(_marked(MARK.sub(r"\2", case), found))
    assert text == case


def _marked(text: str, names: list) -> list[str]:
    pieces, last = [], 0
    for name in names:
        kind = "ADJ" if name.is_adjective else name.kind.value
        pieces += [text[last : name.start], f"[{kind} {name.text}]"]
        last = name.stop
    return [*pieces, text[last:]]


def test_names_found_once_are_found_everywhere() -> None:
    """The recogniser misses a surname now and then; the article has named it before."""
    names = spot(
        article(
            "Задержан журналист Иван Голунов.",
            "Голунова отпустили.",
            "Сторонники Голунова вышли на улицы, Голунов их поблагодарил.",
        )[1]
    )
    assert [name.text for name in names if name.sentence == 2] == ["Голунова", "Голунов"]


def test_headlines_in_capitals_are_lowered_in_place() -> None:
    """Offsets stay; words take the capitals that they have in the body, acronyms keep theirs."""
    headline, body = recapitalised(
        ["ПРЕЗИДЕНТ ТАТАРСТАНА ПОСЕТИЛ США И КВЗ", "Завод КВЗ работает с Татарстаном."]
    )
    assert headline == "Президент Татарстана посетил США и КВЗ"
    assert body == "Завод КВЗ работает с Татарстаном."


@pytest.mark.parametrize("text", ["США", "МИД РФ", "Он сказал: «НЕТ»."])
def test_short_and_ordinary_texts_are_not_lowered(text: str) -> None:
    """A few acronyms do not make a headline in capitals."""
    assert recapitalised([text]) == [text]
