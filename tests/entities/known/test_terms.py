"""Offices, plants and words of the news: bracketed text shows what must be found."""

from __future__ import annotations

import re

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.entities.known.plurals import plural
from summarizer.entities.known.terms import find_terms
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
    "дело о [клевете], [подписки о невыезде] и [Кодекс об административных правонарушениях]",
    "под [свастикой] стояли [обвиняемого], [обвиняемых] и [присяжными]",
    "обмен [военнопленного], [новорождённых] и [воинов-интернационалистов]",
    "награждён [орденом Мужества], [орденом «За заслуги перед Отечеством]» и [медалью «За отвагу]»",
    "у [полковника в отставке] была [георгиевская ленточка] и [парадная форма]",
    "[крылатых ракет] и [вынужденные посадки], а в [паводков] и [гербов] речи нет",
    "[ЛЭП] и [МРОТ], но не про село и не после сел",
    # as often a man as many foresters
    "Лесников и Комаров уехали, а [лесников] не видно",
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
    ("обвинили в клевете", "was accused of blackmail", Status.MISSING),
    ("обвинили в клевете", "was accused of slandering the mayor", Status.KEPT),
    ("на стене свастика", "there is a charm on the wall", Status.MISSING),
    ("декриминализация побоев", "the criminalization of beatings", Status.MISSING),
    ("полковник в отставке", "the colonel in resignation", Status.MISSING),
    ("по статье КоАП", "under an article of the Criminal Code", Status.MISSING),
    ("георгиевская лента", "the Georgian ribbon", Status.MISSING),
    ("съёмочная группа", "the media buying group", Status.MISSING),
    ("орден Мужества", "the Order of the Mass", Status.MISSING),
    ("ночная смена", "the night shift", Status.KEPT),
    ("старший матрос", "the senior boy", Status.MISSING),
    ("бюст писателя", "the crown of the writer", Status.MISSING),
    ("вендетта", "robbery", Status.MISSING),
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
        ("member of parliament", "members of parliament"),
        ("mother-in-law", "mothers-in-law"),
        ("execution by shooting", "executions by shooting"),
        ("seamstress", "seamstresses"),
        ("homeless child", "homeless children"),
        ("Hero of Labor", "Heroes of Labor"),
        ("prosecutor general", "prosecutors general"),
        ("money laundering", "money laundering"),
        ("homeless", "homeless"),
        ("minibus", "minibuses"),
        ("bonus", "bonuses"),
        ("lens", "lenses"),
        ("hypothesis", "hypotheses"),
        ("photo", "photos"),
        ("volcano", "volcanoes"),
        ("thief", "thieves"),
        ("shaman", "shamans"),
        ("policewoman", "policewomen"),
        ("specimen", "specimens"),
        ("monarch", "monarchs"),
        ("waltz", "waltzes"),
        ("criterion", "criteria"),
        ("grandchildren", "grandchildren"),
        ('Medal "For Courage"', 'Medal "For Courage"'),
    ],
)
def test_plurals(word: str, expected: str) -> None:
    """What a hint says for «рейсов» and «депутаты»."""
    assert plural(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("отзыв лицензий", "license revocation"),
        ("новые крылатые ракеты", "cruise missiles"),
        ("временного поверенного в делах", "chargé d'affaires"),
        ("суд присяжных", "jury trial"),
        ("поставка бронежилетов", "body armor"),
        ("подводные лодки", "submarines"),
    ],
)
def test_the_noun_of_a_phrase_says_whether_it_is_plural(text: str, expected: str) -> None:
    """What follows the noun says nothing, an adjective before it may."""
    (term,) = find_terms([sentence_of(text)])
    assert [mention.english for mention in term.mentions] == [expected]
