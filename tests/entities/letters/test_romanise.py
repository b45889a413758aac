"""Cyrillic names in Latin letters, news style."""

from __future__ import annotations

import pytest

from summarizer.entities.letters.romanise import romanise, romanise_foreign
from summarizer.errors import ConfigError


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Минниханов", "Minnikhanov"),
        ("Екатеринбург", "Yekaterinburg"),  # е at the start is ye
        ("Николаев", "Nikolayev"),  # and after a vowel
        ("Афанасьев", "Afanasyev"),  # and after a soft sign
        ("Медведев", "Medvedev"),  # but not after a consonant
        ("Грозный", "Grozny"),
        ("Горький", "Gorky"),
        ("Достоевский", "Dostoyevsky"),
        ("Захарова", "Zakharova"),  # a woman's -а stays
        ("Щербаков", "Shcherbakov"),
        ("Хрущёв", "Khrushchev"),  # ё after щ is e
        ("Королёв", "Korolyov"),
        ("Шойгу", "Shoigu"),
        ("Толстой", "Tolstoy"),
        ("Бийск", "Biysk"),
        ("Ильич", "Ilyich"),
        ("Подъячев", "Podyachev"),
        ("Мордовия", "Mordovia"),
        ("Казань", "Kazan"),
        ("Александров", "Alexandrov"),
        ("Йошкар-Ола", "Yoshkar-Ola"),
        ("Йемен", "Yemen"),
        ("Я. Чехов", "Ya. Chekhov"),  # an initial is no acronym
        ("ЧМ", "CHM"),
    ],
)
def test_news_style(russian: str, english: str) -> None:
    """One line a rule, as English-language papers print the name."""
    assert romanise(russian) == english


def test_capitals_and_everything_else_stay() -> None:
    """КАМАЗ keeps its capitals; Latin letters, digits and punctuation are untouched."""
    assert romanise("КАМАЗ, Щука-2 (Tesla)") == "KAMAZ, Shchuka-2 (Tesla)"
    assert romanise("УралМетКом") == "UralMetKom"


def test_letters_of_neighbours_leave_no_cyrillic() -> None:
    """Ukrainian, Belarusian, Kazakh and Tatar letters come out in Latin too."""
    latin = romanise("Київ Ґалаґан Єнакієве Быкаў Әлия Қазақстан Җәлил Һади")
    assert latin.isascii()


@pytest.mark.parametrize("word", ["", "123", "Hello", "«»"])
def test_text_without_cyrillic_is_unchanged(word: str) -> None:
    """Nothing to romanise, nothing changed."""
    assert romanise(word) == word


@pytest.mark.parametrize(
    ("russian", "english"),
    [("Хабек", "Habek"), ("Джеймисон", "Jeymison"), ("Уэстли", "Westli"), ("Ле Пен", "Le Pen")],
)
def test_foreign_names_go_back_by_sound(russian: str, english: str) -> None:
    """Дж is J and х is H in names that were not Russian to begin with."""
    assert romanise_foreign(russian) == english


def test_unknown_scheme_names_the_known_ones() -> None:
    """The message lists what may be asked for."""
    with pytest.raises(ConfigError, match=r"unknown romanisation scheme 'latin'.*icao_doc_9303"):
        romanise("Казань", "latin")
