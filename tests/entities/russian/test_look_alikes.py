"""Latin letters in Russian words."""

from __future__ import annotations

import pytest

from summarizer.entities.russian.look_alikes import unmixed


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("моя жена Иcабель", "моя жена Исабель"),
        ("в Mоскве", "в Москве"),
        ("Cовет директоров", "Совет директоров"),
        ("Сообщает ВВС.", "Сообщает BBC."),
        ("по данным «ВВС»", "по данным «BBC»"),
        ("служба ВВС США", "служба ВВС США"),
        ("генерал ВВС", "генерал ВВС"),
    ],
)
def test_a_letter_of_the_other_keyboard(text: str, repaired: str) -> None:
    """It looks like the Russian letter, and stands for it."""
    assert unmixed(text) == repaired


@pytest.mark.parametrize("text", ["IT-рынок", "iPhoneом", "Audi A6 и ВАЗ", "pdfка", "МВДw"])
def test_what_is_meant_to_be_latin_stays(text: str) -> None:
    """More Latin letters than a slip, or one that looks like no Russian letter."""
    assert unmixed(text) == text
