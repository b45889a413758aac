"""Personal names taken apart and put into the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.entities.russian.persons import in_context, is_person, parse, versions


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Рустамом Миннихановым", "Рустам Минниханов", "masc"),
        ("Терезы Мэй", "Тереза Мэй", "femn"),
        ("Марией Захаровой", "Мария Захарова", "femn"),
        ("Имангали Тасмагамбетову", "Имангали Тасмагамбетов", "masc"),
        ("Валерием Пашко", "Валерий Пашко", "masc"),
        ("Ольгой Черных", "Ольга Черных", "femn"),
        ("Бориса Джонсона", "Борис Джонсон", "masc"),
        ("Ангелой Меркель", "Ангела Меркель", "femn"),
        ("Владимиру Зеленскому", "Владимир Зеленский", "masc"),
        # an adjective as a surname; a given name that no table has; a surname left as it is
        ("Данилы Поперечного", "Данила Поперечный", "masc"),
        ("Катериной Авада", "Катерина Авада", "femn"),
        ("Урсулы фон дер Ляйен", "Урсула фон дер Ляйен", "femn"),
        ("Асии Биби", "Асия Биби", ""),
        # men in -а and -я, a surname of one form, vowels that come and go
        ("Ильи Яшина", "Илья Яшин", "masc"),
        ("Никиты Белых", "Никита Белых", "masc"),
        ("Любови Соболь", "Любовь Соболь", "femn"),
        ("Льва Толстого", "Лев Толстой", "masc"),
        ("Олега Кошевого", "Олег Кошевой", "masc"),
        ("Шарля де Голля", "Шарль де Голль", "masc"),
        ("Сергея Петровича Иванова", "Сергей Петрович Иванов", "masc"),
        ("Иванов Сергей Петрович", "Сергей Петрович Иванов", "masc"),
        ("Сергею Кужугетовичу Шойгу", "Сергей Кужугетович Шойгу", "masc"),
        ("Касым-Жомарта Токаева", "Касым-Жомарт Токаев", "masc"),
        ("Жан-Клода Юнкера", "Жан-Клод Юнкер", "masc"),
        ("Си Цзиньпина", "Си Цзиньпин", "masc"),
        ("Анны Медведевой", "Анна Медведева", "femn"),
        ("Мишелю Барнье", "Мишель Барнье", "masc"),
        ("Майкла О’Лири", "Майкл О’Лири", "masc"),
        ("Салмана Тасира", "Салман Тасир", "masc"),
        ("Ким Чен Ыном", "Ким Чен Ын", "masc"),
        ("Виктором Януковичем", "Виктор Янукович", "masc"),
        ("Кваме Килпатрика", "Кваме Килпатрик", "masc"),
        ("Оррина Хэтча", "Оррин Хэтч", "masc"),
        ("Саджид Джавид", "Саджид Джавид", "masc"),
        ("Фэн Яосяна", "Фэн Яосян", "masc"),
        ("Владимир Владимирович", "Владимир Владимирович", "masc"),
    ],
)
def test_full_names(text: str, name: str, gender: str) -> None:
    """Given name, patronymic and surname agree; the indeclinable ones stay."""
    person = parse(text)
    assert person.name == name
    assert person.gender == gender


@pytest.mark.parametrize(
    ("text", "surname", "initials"),
    [
        ("Р.Минниханов", "Минниханов", "Р"),
        ("И. И. Иванова", "Иванов", "ИИ"),
        ("Захаровой", "Захарова", ""),
        ("Джонсона", "Джонсон", ""),
        ("Шойгу", "Шойгу", ""),
        ("Обаме", "Обама", ""),
    ],
)
def test_surnames_alone(text: str, surname: str, initials: str) -> None:
    """A lone surname is put into the likeliest nominative; initials are kept apart."""
    person = parse(text)
    assert (person.given, person.surname, person.initials) == ("", surname, initials)


def test_a_given_name_is_no_genitive_of_a_known_surname() -> None:
    """«Коля» is Kolya, though it might be of Kohl; «Томас» alone is a surname in the news."""
    assert parse("Коля").given == "Коля"
    assert parse("Томас").surname == "Томас"


@given(st.text("абвгеиоуьйтАБВЕИЯ -.’ёI1", max_size=30))
def test_any_text_can_be_parsed(text: str) -> None:
    """The recogniser may call anything a person: no text makes the parser fail."""
    assert versions(text)


def test_long_names_are_fast() -> None:
    """Readings of eight words are not multiplied out: 12 each would be 430 million."""
    assert parse("Хамдан Мухаммед Рашид Али Омар Юсуф Халид Мактум").surname == "Мактум"


def test_ambiguous_surname_keeps_both_readings() -> None:
    """«Когогина» is a man in the genitive or a woman: the article decides, not the word."""
    assert {person.surname for person in versions("Когогина")} == {"Когогин", "Когогина"}
    assert {person.given for person in versions("Валерия Пашко")} == {"Валерий", "Валерия"}


def test_plural_of_a_given_name_is_no_given_name() -> None:
    """«Иванов» is also the genitive plural of «Иван»."""
    assert parse("Иванов").given == ""


@pytest.mark.parametrize(("word", "answer"), [("Обама", True), ("Акихито", False), ("Стол", False)])
def test_is_person(word: str, answer: bool) -> None:
    """Names that tables or the dictionary know; unknown ones are for the recogniser."""
    assert is_person(word) is answer


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("губернатора", "Валерия Радаева", "Валерий Радаев"),
        ("министром", "Мо Фарахом", "Мо Фарах"),
        ("у", "Евгения Савченко", "Евгений Савченко"),
        ("губернатор", "Валерия Радаева", "Валерия Радаева"),
        ("вчера", "Валерия Радаева", "Валерия Радаева"),
        ("", "Валерия Радаева", "Валерия Радаева"),
        ("с", "Дороти", "Дороти"),  # alone, a name may not decline at all
        ("семьёй", "Харрисонов", "Харрисон"),
        ("семьёй", "Ивановых", "Ивановых"),
        ("", "Харрисонов", "Харрисонов"),
        ("судьи", "Валерия Радаева", "Валерия Радаева"),  # judges, or of a judge
    ],
)
def test_the_word_before_says_the_case(before: str, text: str, name: str) -> None:
    """«Саратовского губернатора Валерия Радаева» came out as Valeria Radayeva."""
    assert in_context(versions(text), text, before)[0].name == name
