"""Finding accepted forms in English text."""

from __future__ import annotations

import pytest

from summarizer.entities.english_text.forms import find_forms, first_of, fold, overlaps
from summarizer.types import Span

FOUND = [
    ("Minnikhanov", "Rustam Minnikhanov’s visit", "Minnikhanov"),
    ("KAMAZ", "with KAMAZ, and", "KAMAZ"),
    ("Łódź", "in Lodz and Łódz", "Łódz"),
    ("Russian", "the Russians left", "Russian"),
    ("the Kremlin", "Kremlin sources", "Kremlin"),
    ("O'Neill", "said O’Neill.", "O’Neill"),
    ("Tatarstan", "TATARSTAN AND KAZAKHSTAN", "TATARSTAN"),
    ("Mi-17V5", "Mi‑17V5 helicopters", "Mi‑17V5"),
    ("gunpowder plant", "the Gunpowder Plant", "Gunpowder Plant"),
]
NOT_FOUND = [
    ("Kazan", "Kazansky station"),
    ("May", "they may come"),
    ("IT", "it is new"),
    ("US", "tell us"),
    ("Georgia", "the georgia font"),
    ("", "anything"),
]


@pytest.mark.parametrize(("form", "text", "found"), FOUND)
def test_a_form_is_found_whatever_its_accents_dashes_and_endings(
    form: str, text: str, found: str
) -> None:
    """The span is that of the text as it stands, ending left out."""
    start, stop = next(find_forms(form, text))
    assert text[start:stop] == found


@pytest.mark.parametrize(("form", "text"), NOT_FOUND)
def test_a_part_of_a_word_or_another_case_is_no_name(form: str, text: str) -> None:
    """Whole words only, and names keep their capitals."""
    assert list(find_forms(form, text)) == []


@pytest.mark.parametrize("text", ["Łódź", "Ünïcödé ’‘–", "İstanbul", "ﬁne", "ß"])
def test_fold_keeps_every_code_point_in_its_place(text: str) -> None:
    """Spans of folded text are spans of the text."""
    assert len(fold(text)) == len(text)


def test_a_taken_place_is_passed_over() -> None:
    """Two people with one surname need two places."""
    text = "Medvedev met Medvedev"
    assert first_of(["Medvedev"], text, [Span(0, 8)]) == Span(13, 21)
    assert first_of(["Medvedev"], text, [Span(0, 8), Span(13, 21)]) is None


def test_touching_spans_do_not_overlap() -> None:
    """Spans are half-open."""
    assert overlaps(Span(0, 5), Span(4, 9))
    assert not overlaps(Span(0, 4), Span(4, 9))
