"""English names of places."""

from __future__ import annotations

import pytest

from summarizer.entities.known import bodies, gazetteer, people, places


@pytest.mark.parametrize(
    ("phrase", "english"),
    [
        ("США", "United States"),
        ("Северной Осетией", "North Ossetia"),
        ("Московской области", "Moscow Region"),
        ("Краснодарского края", "Krasnodar Territory"),
        ("Набережных Челнах", "Naberezhnye Chelny"),
        ("Кёльне", "Cologne"),
        ("Буркина-Фасо", "Burkina Faso"),  # CLDR
        ("Бугульме", "Bugulma"),  # GeoNames, spelt by us
        ("Сан-Диего", "San Diego"),
        ("Аугсбурге", "Augsburg"),  # GeoNames, its own spelling
        ("Мёртвого моря", "Dead Sea"),
        ("Мертвому морю", "Dead Sea"),  # ё or е
        ("Шварцвальде", "Black Forest"),
        ("Андах", "Andes"),  # no town of Anda
        ("Австро-Венгрией", "Austria-Hungary"),
        ("Восточной Чехии", "Eastern Bohemia"),
        ("Талышских гор", "Talysh Mountains"),
        ("Северном Рейне-Вестфалии", "North Rhine-Westphalia"),
        ("Елисейских Полях", "Champs-Élysées"),
        ("Карловарского края", "Karlovy Vary Region"),
        ("Пражском крае", "Prague Region"),  # a territory is Russian
        ("Хабаровском крае", "Khabarovsk Territory"),
        ("Андалусии", "Andalusia"),  # the dictionary does not know them
        ("Верхнем Ист-Сайде", "Upper East Side"),
        ("Невадой", "Nevada"),
        ("Майорке", "Mallorca"),
        ("Стоунхенджа", "Stonehenge"),
    ],
)
def test_find(phrase: str, english: str) -> None:
    """Any case, from the source that knows best."""
    entry = gazetteer.find(phrase)
    assert entry is not None
    assert entry.english == english


@pytest.mark.parametrize("phrase", ["Горький", "Стол", "Озаҥ", "Самое", ""])
def test_historical_and_foreign_names_are_not_taken(phrase: str) -> None:
    """GeoNames has «Горький» for Nizhny Novgorod: it does not sound like it."""
    assert gazetteer.find(phrase) is None


@pytest.mark.parametrize("phrase", ["Ливанов", "Чадов", "Суданов"])
def test_a_surname_is_no_genitive_of_several_countries(phrase: str) -> None:
    """«Ливанов устроил разнос ректорам» became what Lebanon did."""
    assert gazetteer.find(phrase) is None


@pytest.mark.parametrize("phrase", ["Штатов", "Эмиратов", "Нидерландов", "Псков", "Азов"])
def test_a_plural_name_has_a_genitive(phrase: str) -> None:
    assert gazetteer.find(phrase) is not None


@pytest.mark.parametrize(
    ("word", "english"),
    [("казахстанскими", "Kazakh"), ("татарстанский", "Tatarstan's"), ("москвичи", "Moscow")],
)
def test_adjectives_and_inhabitants(word: str, english: str) -> None:
    """They are mentions of the place."""
    entry = places.find_by_adjective(word)
    assert entry is not None
    assert entry.adjective == english


@pytest.mark.parametrize("word", ["красный", "стол", "русло"])
def test_other_adjectives_are_no_places(word: str) -> None:
    """Most adjectives are ordinary words."""
    assert places.find_by_adjective(word) is None


@pytest.mark.parametrize(
    ("phrase", "english"),
    [
        ("Министерству обороны", "Defense Ministry"),
        ("ОАО «Газпром»", "Gazprom"),
        ("МИДа", "Foreign Ministry"),
        ("РИА Новости", "RIA Novosti"),
    ],
)
def test_bodies(phrase: str, english: str) -> None:
    """Legal forms, quotes and endings are no obstacle."""
    entry = bodies.find(phrase)
    assert entry is not None
    assert entry.english == english


def test_figures_and_their_surnames() -> None:
    """The surname has the spellings of the full name, particles included."""
    figure = people.find("Урсула фон дер Ляйен")
    assert figure is not None
    assert figure.surnames == ("von der Leyen",)
    assert people.find_surname("Ле Пен")[0] == "Le Pen"
    assert people.find_surname("Зеленский")[:2] == ("Zelensky", "Zelenskyy")
    assert people.find_surname("Пупкин") == ()


def test_a_surname_that_is_mostly_others() -> None:
    """«Ушаков» alone is a Russian; Nils Ušakovs of Riga is known by his whole name."""
    figure = people.find("Нил Ушаков")
    assert figure is not None
    assert figure.english == "Nils Ušakovs"
    assert people.find_surname("Ушаков") == ()


def test_a_surname_of_several_has_the_spelling_of_most_first() -> None:
    """Robert Reid, and Harry Reid, before John Reed."""
    assert people.find_surname("Ли")[0] == "Lee"
    assert set(people.find_surname("Кук")) >= {"Cook", "Koch"}


@pytest.mark.parametrize(
    ("name", "surnames"),
    [
        ("Пан Ги Мун", ("Ban",)),
        ("Си Цзиньпин", ("Xi",)),
        ("Ли Сянь Лун", ("Lee",)),
        ("Ли Харви Освальд", ("Oswald",)),  # an American
        ("Вирджил ван Дейк", ("van Dijk",)),  # a particle is no syllable
        ("Александр Великий", ()),
        ("Жанна д’Арк", ()),
        ("Чингисхан", ()),
        ("Елизавета II", ()),
    ],
)
def test_who_has_a_surname_and_where(name: str, surnames: tuple[str, ...]) -> None:
    """East Asians have it first, rulers and saints have none."""
    figure = people.find(name)
    assert figure is not None
    assert figure.surnames == surnames


@pytest.mark.parametrize("word", ["Великий", "Мария", "Мун", "Нам", "Завоеватель"])
def test_what_is_no_surname_of_a_figure(word: str) -> None:
    """«Великий» alone is nobody, nor is any Maria the Virgin Mary."""
    assert people.find_surname(word) == ()
