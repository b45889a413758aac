"""The names of an article, from recognition to English."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.entities.names import find_names, plural
from summarizer.entities.russian.declension import family_name
from summarizer.types import Entity, Kind, Origin, Span
from tests.entities.lines import article

# the sentences of seeds/tatarstan-kazakhstan-2014-12-29.txt that have the hard names
SEED = (
    "Татарстан и Казахстан расширят сотрудничество в военно-технической сфере",
    "Министерство обороны Казахстана заинтересовано в сотрудничестве с татарстанскими "
    "предприятиями.",
    "Об этом заявил министр обороны Казахстана Имангали Тасмагамбетов в ходе встречи с "
    "Президентом Татарстана Рустамом Миннихановым.",
    "Во встрече в Астане также приняли участие Чрезвычайный и Полномочный посол России в "
    "Казахстане Михаил Бочарников и вице-премьер - министр промышленности и торговли РТ Равиль "
    "Зарипов, генеральный директор ОАО «КАМАЗ» Сергей Когогин, генеральный директор ОАО «Завод "
    "им.Горького» Ренат Мистахов, генеральный директор ОАО «ПОЗИС» Радик Хасанов, генеральный "
    "директор ЗАО «Казанский Гипроннииавиапром» Борис Тихомиров, заместитель генерального "
    "директора ОАО «Казанский вертолетный завод» Валерий Пашко.",
    "«Мы хотим в первую очередь расширить сотрудничество с «КАМАЗом», - заявил министр.",
    "Планируется освоить выпуск комплектующих для «КАМАЗа».",
    "Рассматриваются возможности сотрудничества с заводом им.Горького.",
    "Министерство обороны рассчитывает на взаимодействие с КВЗ.",
    "Казанский пороховой завод будет поставлять порох.",
    "«И это сотрудничество следует расширять», - уверен Р.Минниханов.",
    "Президент РТ назвал взаимодействие в области IT.",
)


@pytest.fixture(scope="module")
def entities() -> dict[str, Entity]:
    return {entity.english: entity for entity in find_names(*article(*SEED))}


def texts(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


@pytest.mark.parametrize(
    "english",
    [
        "Imangali Tasmagambetov",
        "Rustam Minnikhanov",
        "Mikhail Bocharnikov",
        "Ravil Zaripov",
        "Sergei Kogogin",
        "Renat Mistakhov",
        "Radik Khasanov",
        "Boris Tikhomirov",
        "Valery Pashko",
    ],
)
def test_the_people_of_the_seed_article(entities: dict[str, Entity], english: str) -> None:
    """All nine, in the spelling of English-language news."""
    assert entities[english].kind is Kind.PER


def test_inflected_forms_and_legal_forms_are_one_company(entities: dict[str, Entity]) -> None:
    """«ОАО «КАМАЗ»», «КАМАЗом» and «КАМАЗа»."""
    assert len(entities["KAMAZ"].mentions) == 3


def test_initials_are_the_same_person(entities: dict[str, Entity]) -> None:
    """«Р.Минниханов» is Rustam Minnikhanov, and Minnikhanov in its own sentence."""
    person = entities["Rustam Minnikhanov"]
    assert texts(person) == ["Рустамом Миннихановым", "Р.Минниханов"]
    assert person.mentions[1].english == "Minnikhanov"


def test_acronyms_adjectives_and_names_are_one_place(entities: dict[str, Entity]) -> None:
    """«РТ» and «татарстанскими» are Tatarstan."""
    assert {"РТ", "татарстанскими"} <= set(texts(entities["Tatarstan"]))
    assert entities["Tatarstan"].mentions[1].english == "Tatarstan's"


def test_acronym_goes_with_its_full_name(entities: dict[str, Entity]) -> None:
    """«КВЗ» stands for the helicopter plant named before."""
    assert texts(entities["Kazan Helicopter Plant"])[-1] == "КВЗ"


def test_name_that_starts_with_a_small_letter(entities: dict[str, Entity]) -> None:
    """«ОАО «Завод им.Горького»» and «заводом им.Горького» are one plant."""
    assert texts(entities["Gorky Plant"]) == ["ОАО «Завод им.Горького»", "заводом им.Горького"]


def test_titles_are_no_persons(entities: dict[str, Entity]) -> None:
    """«Чрезвычайный и Полномочный посол» names nobody."""
    assert not any("Чрезвычайный" in text for e in entities.values() for text in texts(e))


def test_other_bodies_of_the_seed(entities: dict[str, Entity]) -> None:
    """The gunpowder plant, POZIS, the institute, the ministry."""
    assert {"Kazan Gunpowder Plant", "POZIS", "Defense Ministry"} <= set(entities)
    assert entities["Defense Ministry"].mentions[0].text == "Министерство обороны"


def test_mentions_are_where_they_say() -> None:
    """Offsets point into the article; mentions do not overlap; entities come in order."""
    source, sentences = article(*SEED)
    found = find_names(source, sentences)
    mentions = sorted((m for entity in found for m in entity.mentions), key=lambda m: m.start)
    assert all(source.text[m.start : m.stop] == m.text for m in mentions)
    assert all(
        sentences[m.sentence].start <= m.start < sentences[m.sentence].stop for m in mentions
    )
    assert all(one.stop <= two.start for one, two in pairwise(mentions))
    firsts = [entity.mentions[0].start for entity in found]
    assert firsts == sorted(firsts)


def test_spans_to_avoid_are_left_alone() -> None:
    """What is found as Latin or as a number elsewhere is cut out of a name."""
    source, sentences = article("Агентство ИА REGNUM цитирует Ивана Петрова.")
    start = source.text.index("REGNUM")
    found = find_names(source, sentences, avoid=[Span(start, start + 6)])
    assert all(m.stop <= start or start + 6 <= m.start for e in found for m in e.mentions)
    assert "Ivan Petrov" in {entity.english for entity in found}


def test_two_people_with_one_surname_stay_apart() -> None:
    """Given names, initials and the gender of a form tell them apart."""
    found = find_names(
        *article(
            "Премьер Дмитрий Медведев прилетел в Казань.",
            "Его встретила певица Анна Медведева.",
            "Медведев поблагодарил хозяев, а А. Медведева спела.",
        )
    )
    persons = {e.english: texts(e) for e in found if e.kind is Kind.PER}
    assert persons == {
        "Dmitry Medvedev": ["Дмитрий Медведев", "Медведев"],
        "Anna Medvedeva": ["Анна Медведева", "А. Медведева"],
    }


def test_headline_in_capitals() -> None:
    """Names in a headline in capitals are those of the body."""
    found = find_names(
        *article(
            "ПУТИН И МИННИХАНОВ ОБСУДИЛИ РАЗВИТИЕ КАМАЗА",
            "Владимир Путин встретился в Казани с Рустамом Миннихановым.",
            "Речь шла о заводе КАМАЗ.",
        )
    )
    by_english = {entity.english: texts(entity) for entity in found}
    assert by_english["Vladimir Putin"] == ["ПУТИН", "Владимир Путин"]
    assert by_english["Rustam Minnikhanov"] == ["МИННИХАНОВ", "Рустамом Миннихановым"]
    assert by_english["KAMAZ"] == ["КАМАЗА", "КАМАЗ"]


def test_descriptive_names_give_way_to_the_places_in_them() -> None:
    """No English is invented for them, but Kazan must be in the translation."""
    found = find_names(*article("Выставку открыл Музей исламской культуры Казани."))
    assert [(e.english, e.origin) for e in found if "Казан" in e.name] == [
        ("Kazan", Origin.GAZETTEER)
    ]


def test_an_article_without_names_has_no_entities() -> None:
    """Nothing is made up."""
    assert find_names(*article("Погода завтра будет хорошей.")) == []
    assert find_names(*article()) == []


def test_spelling_in_brackets_is_taken() -> None:
    """The article says how the name is spelt; another name in brackets is not it."""
    found = find_names(
        *article(
            "Финансовый директор Дэвид Эберсман (David Ebersman) ушёл.",
            "Эберсмана заменит Томас Рихель (Google).",
        )
    )
    by_english = {entity.english: texts(entity) for entity in found}
    assert by_english["David Ebersman"][:2] == ["Дэвид Эберсман", "David Ebersman"]
    assert "Google" not in {e.english for e in found if e.kind is Kind.PER}


def test_a_bearer_is_found_where_his_surname_opens_a_sentence() -> None:
    """«Хант» is one of a people too, but the article has a Jeremy Hunt."""
    lines = article("Джереми Хант стал министром.", "Хант отвечал за Олимпиаду.")
    people = [entity for entity in find_names(*lines) if entity.kind is Kind.PER]
    assert [(e.english, len(e.mentions)) for e in people] == [("Jeremy Hunt", 2)]


def test_a_body_named_in_full_is_named_in_full() -> None:
    """A reader need not know what the IMF is where the Russian says it."""
    lines = article("Эксперты Международного валютного фонда согласны.", "МВФ ждёт роста.")
    (fund,) = find_names(*lines)
    assert [mention.english for mention in fund.mentions] == ["International Monetary Fund", "IMF"]


def test_a_family_goes_by_its_surname() -> None:
    """«Скрипалей» was Skripalia, a name that nobody has."""
    lines = article("Сергей Скрипаль выжил.", "Об отравлении Скрипалей узнали Клинтоны.")
    found = [mention.english for entity in find_names(*lines) for mention in entity.mentions]
    assert found == ["Sergei Skripal", "Skripals", "Clintons"]


@pytest.mark.parametrize("word", ["Росси", "Азаров", "Ханты", "Ли", "Клинтон", "Иванов"])
def test_other_words_are_no_family(word: str) -> None:
    """Rossi is no Ross, Azarov no Hazard (Азар), and the Khanty are no Hunts."""
    assert family_name(word) == ""


@pytest.mark.parametrize(("one", "family"), [("Skripal", "Skripals"), ("Jones", "Joneses")])
def test_plurals_of_surnames(one: str, family: str) -> None:
    assert plural(one) == family


def test_a_family_name_that_comes_first_is_found_again() -> None:
    """«Пан» after «Пан Ги Мун» is he, Ban Ki-moon."""
    found = find_names(
        *article(
            "Генеральный секретарь ООН Пан Ги Мун прибыл в Вену.", "По словам Пана, всё решено."
        )
    )
    ban = next(entity for entity in found if entity.english == "Ban Ki-moon")
    assert [(mention.text, mention.english) for mention in ban.mentions] == [
        ("Пан Ги Мун", "Ban Ki-moon"),
        ("Пана", "Ban"),
    ]


def test_a_slip_of_the_keyboard_is_a_name_too() -> None:
    """«Иcабель» has a Latin c."""
    found = find_names(*article("Рядом стояла моя супруга Иcабель Мартинес."))
    assert [entity.english for entity in found] == ["Isabel Martinez"]


@pytest.mark.parametrize(
    ("line", "text", "english"),
    [
        (
            "Общество паллиативного ухода Большого Монреаля.",
            "Большого Монреаля",
            "Greater Montreal",
        ),
        ("Гастроли Большого театра в Вене.", "Большого театра", "Bolshoi Theatre"),
        ("Форт-Мид, Бейкер-стрит и Кольер-стрит.", "Кольер-стрит", "Collier Street"),
        ("Дева Мария явилась в Лурде.", "Дева Мария", "Virgin Mary"),
        ("В чилийских Андах выпал снег.", "Андах", "Andes"),
    ],
)
def test_names_that_are_more_than_their_words(line: str, text: str, english: str) -> None:
    """A theatre, a street and a virgin are told from a city, a man and a woman."""
    mentions = [mention for entity in find_names(*article(line)) for mention in entity.mentions]
    assert (text, english) in [(mention.text, mention.english) for mention in mentions]
