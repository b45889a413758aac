"""English forms of names."""

from __future__ import annotations

import pytest

from summarizer.entities.naming import english
from summarizer.entities.naming.composition import compose
from summarizer.entities.russian.persons import parse
from summarizer.types import Origin


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("Терезы Мэй", "Theresa May"),
        ("Касым-Жомарту Токаеву", "Kassym-Jomart Tokayev"),
        ("Владимира Зеленского", "Volodymyr Zelensky"),
        ("Сергеем Когогиным", "Sergei Kogogin"),
        ("Юрий Трутнев", "Yury Trutnev"),
        ("Мария Захарова", "Maria Zakharova"),
        ("Майклом Томпсоном", "Michael Thompson"),
        ("Джон Смит", "John Smith"),
        ("Екатерина Шульман", "Yekaterina Shulman"),  # a Russian of that name
        ("Ханс Вагнер", "Hans Wagner"),
        ("Меркель", "Merkel"),
        ("Урсулы фон дер Ляйен", "Ursula von der Leyen"),
        ("Романом Абрамовичем", "Roman Abramovich"),  # no patronymic
        ("Владимир Владимирович", "Vladimir Vladimirovich"),
        ("Чжана Яосяна", "Zhang Yaoxiang"),
        ("Си Цзиньпину", "Xi Jinping"),
        ("Роберт Банкс-Джонсон", "Robert Banks-Johnson"),
        ("Джорджа Буша-младшего", "George W. Bush"),
        ("Дональдом Трампом-младшим", "Donald Trump Jr."),
        ("Кевина Уорда Старшего", "Kevin Ward Sr."),
        ("Трампа-младшего", "Trump Jr."),
        ("Питера Брейгеля Старшего", "Pieter Bruegel the Elder"),
        ("Елизавета II", "Elizabeth II"),
        ("Людовика XIV", "Louis XIV"),
        ("Карлом III", "Charles III"),  # no «III» of a surname
        ("Александра Великого", "Alexander the Great"),
        ("Екатериной Великой", "Catherine the Great"),
        ("Ричарда Львиное Сердце", "Richard the Lionheart"),
        ("Иисуса Христа", "Jesus Christ"),
        ("Чингисхана", "Genghis Khan"),
        ("Далай-ламы", "Dalai Lama"),
        ("Пан Ги Муну", "Ban Ki-moon"),
        ("David Ebersman", "David Ebersman"),
        ("Роберт Хабек", "Robert Habeck"),
        ("Ганс-Дитер Вайгельдт", "Hans-Dieter Weigeldt"),
        ("Малар Баласубраманиан", "Malar Balasubramanian"),
        ("Ханса-Дитера Вайгельдта", "Hans-Dieter Weigeldt"),
        ("Макса Ферстаппена", "Max Verstappen"),
        ("Халедом аль-Мишри", "Khaled al-Mishri"),
        ("Роберто Валлортигара", "Roberto Vallortigara"),  # no genitive
        ("Светлана Тихановская", "Sviatlana Tsikhanouskaya"),
        ("Нурсултаном Назарбаевым", "Nursultan Nazarbayev"),
        ("Рустама Минниханова", "Rustam Minnikhanov"),
        ("Роберт Хабиров", "Robert Khabirov"),  # «Роберт» is a Tatar name too
    ],
)
def test_persons(russian: str, text: str) -> None:
    """Own spellings for foreigners, news romanisation for the others."""
    assert english.person(parse(russian)).text == text


@pytest.mark.parametrize(
    ("russian", "form"),
    [
        ("Сергей Лавров", "Sergey Lavrov"),
        ("Владимир Зеленский", "Zelenskyy"),
        ("Сергей Когогин", "Sergey Kogogin"),
        ("Сергей Когогин", "Kogogin"),
        ("Юрий Трутнев", "Yuri Trutnev"),
        ("Пан Ги Мун", "Ban"),  # his family name comes first
        ("Си Цзиньпин", "Xi"),
        ("Карл III", "Charles"),
    ],
)
def test_other_spellings_count_as_kept(russian: str, form: str) -> None:
    """The surname alone and the usual variants are the same person."""
    assert form in english.person(parse(russian)).accepted


def test_a_numeral_is_no_surname() -> None:
    """ "II" anywhere in the English would keep «Елизавета II»."""
    assert "II" not in english.person(parse("Елизавета II")).accepted


@pytest.mark.parametrize(
    ("russian", "text", "origin"),
    [
        ("Казани", "Kazan", Origin.GAZETTEER),
        ("Соединенными Штатами", "United States", Origin.GAZETTEER),
        ("Свердловской области", "Sverdlovsk Region", Origin.GAZETTEER),
        ("Нижнем Тагиле", "Nizhny Tagil", Origin.GAZETTEER),
        ("Мюнхене", "Munich", Origin.GAZETTEER),
        ("Гвинее-Бисау", "Guinea-Bissau", Origin.GAZETTEER),
        ("Западных Балкан", "Balkans", Origin.GAZETTEER),
        ("лондонского Сити", "City of London", Origin.GAZETTEER),
        ("Малаги", "Malaga", Origin.GAZETTEER),  # Málaga is accepted
        ("улице Ленина", "Lenin Street", Origin.ROMANISED),
        ("Переделкине", "Peredelkino", Origin.ROMANISED),
        ("Центральной Африканской Стране", "", Origin.UNKNOWN),
    ],
)
def test_places(russian: str, text: str, origin: Origin) -> None:
    """By hand, by CLDR, by GeoNames, by composition, by letters, and not at all."""
    found = english.place(russian)
    assert (found.text, found.origin) == (text, origin)


def test_places_accept_their_adjectives() -> None:
    """ "Kazakh officials" keeps «казахстанские чиновники»."""
    assert {"Kazakh", "Kazakhstan's"} <= set(english.place("Казахстана").accepted)


@pytest.mark.parametrize(
    ("russian", "text", "origin"),
    [
        ("Минобороны", "Defense Ministry", Origin.GAZETTEER),
        ("ФСБ России", "FSB", Origin.GAZETTEER),
        ("«Роснефтью»", "Rosneft", Origin.GAZETTEER),
        ("РИА «Новости»", "RIA Novosti", Origin.GAZETTEER),
        ("ООО «Ромашка»", "Romashka", Origin.ROMANISED),
        ("Вагнера", "Wagner", Origin.GAZETTEER),
        ("Пушкина", "Pushkin", Origin.GAZETTEER),  # «Институт Пушкина»
        ("Tesla", "Tesla", Origin.COPIED),
        ("Ассоциация врачей общей практики", "", Origin.UNKNOWN),
        ("МВК", "", Origin.UNKNOWN),  # English would translate the words: letters mislead
        ("ДОСААФ", "DOSAAF", Origin.GAZETTEER),
    ],
)
def test_organisations(russian: str, text: str, origin: Origin) -> None:
    """A descriptive name that no table knows gets no English: none is invented."""
    found = english.organisation(russian)
    assert (found.text, found.origin) == (text, origin)


def test_formal_scheme_spells_the_names_that_have_no_own_form() -> None:
    """With --scheme every person is spelt by the standard."""
    assert english.person(parse("Дмитрия Медведева"), "icao_doc_9303").text == "Dmitrii Medvedev"


@pytest.mark.parametrize(
    ("russian", "names"),
    [
        ("озеро Селигер", ("Lake Seliger", "Seliger")),
        ("Приморского района", ("Primorsky District", "Primorsky")),
        ("село Карамас", ("Karamas",)),
        ("старожилы района", ()),
        ("Сибирский военный округ", ()),  # descriptive
        ("Переделкино", ()),
        ("Корейский полуостров", ("Korean Peninsula", "Korean", "Koreisky Peninsula", "Koreisky")),
        (
            "Ярославское шоссе",
            ("Yaroslavskoye Highway", "Yaroslavskoye", "Yaroslavl Highway", "Yaroslavl"),
        ),
        ("Карманицкий переулок", ("Karmanitsky Lane", "Karmanitsky")),
        ("остров Русский", ("Russky Island", "Russky")),
        ("Девятый административный район", ()),
        ("гора Машук", ("Mount Mashuk", "Mashuk")),
        ("Синие горы", ("Siniye Mountains", "Siniye")),  # many are no Mount
        ("Кодарские горы", ("Kodar Mountains", "Kodarskiye Mountains", "Kodar", "Kodarskiye")),
        (
            "Ходжавендское ущелье",
            ("Khodzhavend Gorge", "Khodzhavendskoye Gorge", "Khodzhavend", "Khodzhavendskoye"),
        ),
        ("Тренчинский край", ("Trenchinsky Region", "Trenchinsky")),  # a territory is Russian
    ],
)
def test_composition(russian: str, names: tuple[str, ...]) -> None:
    """A common noun is translated, the proper part spelt; the proper part alone counts too."""
    assert compose(russian) == names


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("Южный Вифлеем", "South Bethlehem"),
        ("Северный Йемен", "North Yemen"),
        ("Большого Монреаля", "Greater Montreal"),
        ("Западно-Казахстанская область", "West Kazakhstan Region"),
    ],
)
def test_sides_of_places(russian: str, text: str) -> None:
    """North and south are translated; what they are a side of must be known."""
    assert english.place(russian).text == text


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("Марка Седвилла", "Mark Sedwill"),
        ("Седвиллу", "Sedwill"),
        ("Джеймсом Брокенширом", "James Brokenshire"),
        ("Брокеншира", "Brokenshire"),
        ("Кая Каллас", "Kaja Kallas"),
        ("Джоэл Коэн", "Joel Coen"),
        ("Майкла Коэна", "Michael Cohen"),
        ("Ким Ки Дука", "Kim Ki-duk"),
        ("Ринкевичса", "Rinkēvičs"),
        ("Витольдом Ващиковским", "Witold Waszczykowski"),
        ("Натальи Весельницкой", "Natalia Veselnitskaya"),
    ],
)
def test_figures_in_any_case(russian: str, text: str) -> None:
    """The table has nominatives, the news every case."""
    assert english.person(parse(russian)).text == text


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("Илья", "Ilya"),
        ("Бориса", "Boris"),
        ("Захаром", "Zakhar"),
        ("Кейт", "Kate"),
        ("Шону", "Sean"),
        ("Лев", "Lev"),
        ("Лёв", "Löw"),
        ("Дирк Кёйт", "Dirk Kuyt"),
        ("Сальвадор Илья", "Salvador Illa"),
        ("Меркель", "Merkel"),
    ],
)
def test_a_given_name_alone_is_no_figures_surname(russian: str, text: str) -> None:
    """A boy called «Илья» was "Illa", after a Spanish politician, and «Захар» "al-Zahar"."""
    assert english.person(parse(russian)).text == text


@pytest.mark.parametrize(
    "russian", ["Минводхоз", "Госжилстройтехинспекция", "Облздрав", "Мособлэнерго"]
)
def test_syllables_of_a_description_are_not_spelt(russian: str) -> None:
    """A model that is told Minvodkhoz writes it, and no reader knows what it is."""
    assert english.organisation(russian).text == ""


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("ДУМ", "Muslim Spiritual Directorate"),
        ("Дума", "Duma"),
        ("Думы", "Duma"),
        ("МАК", "Interstate Aviation Committee"),
        ("Мак", "Mak"),
        ("Уральскими авиалиниями", "Ural Airlines"),
        ("авиакомпании «Ред Вингс»", "Red Wings"),
    ],
)
def test_bodies_in_any_case(russian: str, text: str) -> None:
    """An acronym is no form of a word that looks like it."""
    assert english.organisation(russian).text == text
