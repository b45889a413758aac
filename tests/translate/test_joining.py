"""Clauses become one sentence again."""

from __future__ import annotations

import pytest

from summarizer.translate.joining import join_clauses

CASES = [
    (
        [("Он приехал утром,", "He arrived in the morning."), ("а вечером уехал.", "And left.")],
        "He arrived in the morning, and left.",
    ),
    (
        [("в обучении наших", "in training our personnel."), ("специалистов.", "Specialists.")],
        "in training our personnel specialists.",
    ),
    (
        [("заявил министр,", "said the minister."), ("Казань растёт.", "Kazan grows.")],
        "said the minister, Kazan grows.",
    ),
    ([("Да.", "Yes."), ("Нет.", "No.")], "Yes. No."),
    ([("Одно.", " One. ")], "One."),
    ([("Раз,", ""), ("два.", "Two.")], "two."),
]


@pytest.mark.parametrize(("pieces", "joined"), CASES)
def test_stops_and_capitals_inside_a_sentence_go(
    pieces: list[tuple[str, str]], joined: str
) -> None:
    """Names keep their capital, real ends their full stop."""
    assert join_clauses(pieces) == joined
