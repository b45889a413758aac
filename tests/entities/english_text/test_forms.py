"""Finding accepted forms in English text."""

from __future__ import annotations

import pytest

from summarizer.entities.english_text.forms import (
    find_forms,
    first_of,
    fold,
    overlaps,
    spaced_otherwise,
)
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
    ("gunpowder plant", "a gunpowder plant", "gunpowder plant"),
    ("NATO", "Nato troops", "Nato"),
    ("Ufa", "EXPLOSION IN UFA", "UFA"),
    ("Ka-52", "three Ka-52s crashed", "Ka-52"),
]
NOT_FOUND = [
    ("Kazan", "Kazansky station"),
    ("May", "they may come"),
    ("IT", "it is new"),
    ("IT", "It is new"),
    ("WHO", "Who came?"),
    ("US", "tell us"),
    ("Iraq", "an Iraqi soldier"),
    ("arms", "the farms burned"),
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
    assert not overlaps(Span(4, 9), Span(0, 4))


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("Touch ID", "with TouchID.", "TouchID"),
        ("Br274", "flight Br 274 left", "Br 274"),
        ("Su-57", "a Su 57 landed", "Su 57"),
        ("Br274", "flight Br 2741 left", ""),
        ("An-124", "in Japan 124 people came", ""),
    ],
)
def test_blanks_and_dashes_may_stand_elsewhere(form: str, text: str, found: str) -> None:
    """The letters and digits are those of the name, and no others touch them."""
    span = spaced_otherwise([form], text)
    assert (text[span.start : span.stop] if span else "") == found


def test_what_is_spaced_otherwise_is_looked_for_outside_what_is_taken() -> None:
    """As any other form is."""
    assert spaced_otherwise(["Touch ID"], "TouchID works", [Span(0, 7)]) is None
