"""English places that Russian writes with a hyphen."""

from __future__ import annotations

import pytest

from summarizer.entities.naming import compounds, english


@pytest.mark.parametrize(
    ("russian", "text"),
    [
        ("Кольер-стрит", "Collier Street"),
        ("Каннинг-Вейл", "Canning Vale"),
        ("Вашингтон-сквер", "Washington Square"),  # the city is known
        ("Сомерсет-хаус", "Somerset House"),
        ("Сент-Эндрюс", "St. Andrews"),
        ("Ист-Хэмптон", "East Hampton"),
        ("Форт-Мид", "Fort Meade"),  # by the table
        ("Нью-Йорк", "New York"),
    ],
)
def test_english_words_of_places(russian: str, text: str) -> None:
    """A street, a fort and a saint are translated, what is left is spelt."""
    assert english.place(russian).text == text


def test_forts_may_be_short() -> None:
    """News agencies write Ft. Meade too."""
    assert {"Fort Wagner", "Ft. Wagner"} <= {*compounds.spellings("Форт-Вагнер")}


@pytest.mark.parametrize("russian", ["Бизнес-парк", "Ростов-на-Дону", "Сити", "Восток-Запад"])
def test_other_hyphens(russian: str) -> None:
    """Common nouns and Russian names are no such places."""
    assert compounds.spellings(russian) == ()
