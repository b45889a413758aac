"""Names of bodies whose words stand in another order."""

from __future__ import annotations

import pytest

from summarizer.entities.english_text.reordered import reordered
from summarizer.types import Span

COUNCIL = "National Security and Defense Council"


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (
            COUNCIL,
            "Kyiv: the Council of National Security and Defence met",
            "Council of National Security and Defence",
        ),
        ("Ministry of Labour", "the Labor Ministry said", "Labor Ministry"),
        ("Academy of Sciences", "a member of the Science Academy", "Science Academy"),
        ("Association of Banks", "the Bank Association asked", "Bank Association"),
        (
            COUNCIL,
            "The Council for Youth Affairs asked the Council of National Security and Defence",
            "Council of National Security and Defence",
        ),
    ],
)
def test_the_same_words_in_another_order(form: str, text: str, found: str) -> None:
    """As Americans and the British spell them, in the plural and not."""
    span = reordered([form], text)
    assert span is not None
    assert text[span.start : span.stop] == found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Federal Security Service", "The federal budget pays the Security Service"),
        ("Federal Security Service", "The Security Service has more money"),
        ("Supreme Court", "The Court ruled on a case that the Supreme Soviet had heard"),
        ("Supreme Court", "The Supreme Soviet, the Court and the press"),
        ("Greens", "Mr Green said so"),
        ("gunpowder plant", "The Plant has Gunpowder"),
    ],
)
def test_words_of_other_names_make_none(form: str, text: str) -> None:
    """All with a capital, close together, and no comma between."""
    assert reordered([form], text) is None


def test_what_another_body_has_taken_is_no_name_of_this_one() -> None:
    """As with any other form."""
    text = "The Council of National Security and Defence met"
    assert reordered([COUNCIL], text, [Span(4, 11)]) is None
