"""Whose names are spelt by letter."""

from __future__ import annotations

import pytest

from summarizer.entities.naming.origins import is_native
from summarizer.entities.russian.persons import parse


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Мария Захарова", True),
        ("Роберт Хабиров", True),  # the ending tells, though «Роберт» is German too
        ("Екатерина Шульман", True),
        ("Ильсур Метшин", True),
        ("Нодар Думбадзе", True),
        ("Виктор Садовничий", True),  # Sadowniczy he was, a Pole
        ("Марк Чёрный", True),
        ("Владимир Владимирович", True),
        ("Роберт Хабек", False),
        ("Шон О'Стин", False),
        ("Тэмзин", False),
        ("Ферстаппен", False),
    ],
)
def test_native(name: str, answer: bool) -> None:
    """By the ending of the surname, else by the given name, else by letters Russian has not."""
    assert is_native(parse(name)) is answer
