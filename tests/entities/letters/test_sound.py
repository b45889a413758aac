"""Spellings of one name, and of two."""

from __future__ import annotations

import pytest

from summarizer.entities.letters.sound import similarity, sounds_like

SAME = [
    ("Sergey", "Sergei"),
    ("Zelenskyy", "Zelensky"),
    ("Khasanov", "Hasanov"),
    ("Yury", "Yuri"),
    ("Dmitriy", "Dmitry"),
    ("Aleksandr", "Alexandr"),
    ("Tchaikovsky", "Chaykovskiy"),
]
DIFFERENT = [
    ("Ivanov", "Ivanova"),
    ("Petrov", "Pavlov"),
    ("Minin", "Minnikhanov"),
    ("Zaripov", "Sharipov"),
    ("Kazan", "Kazakhstan"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    """Romanisation schemes differ in letters, not in the name."""
    assert sounds_like(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_do_not_sound_alike(one: str, other: str) -> None:
    """A reader must not be given one person for another."""
    assert not sounds_like(one, other)


def test_a_mangled_name_is_nearer_than_a_stranger() -> None:
    """The small model wrote "Rustam Minin" for Rustam Minnikhanov."""
    name = "Rustam Minnikhanov"
    assert similarity(name, "Rustam Minin") > similarity(name, "Imangali Tasmagambetov")
