"""No sentence is too long to be translated whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.translate.lengths import fit


def words(text: str) -> int:
    return len(text.split()) + 1


def test_a_sentence_that_fits_is_left_alone() -> None:
    """Cutting costs context."""
    text = "Завод закрыт, рабочие ушли."
    assert fit(text, words, 5) == [text]


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    """The parts are what a person would take for parts."""
    text = "Завод в Казани был закрыт в среду, а рабочие завода ушли домой до понедельника."
    assert fit(text, words, 10) == [
        "Завод в Казани был закрыт в среду,",
        "а рабочие завода ушли домой до понедельника.",
    ]


def test_a_text_without_clauses_is_cut_at_spaces() -> None:
    """A table that was read as one sentence has no clauses."""
    parts = fit(" ".join(f"число{n}" for n in range(40)), words, 10)
    assert " ".join(parts).split() == [f"число{n}" for n in range(40)]
    assert all(words(part) <= 10 for part in parts)


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    """A long URL must not crash a run."""
    parts = fit("x" * 100, len, 16)
    assert "".join(parts) == "x" * 100
    assert all(len(part) <= 16 for part in parts)


@given(st.text("абв ,.;—", max_size=200), st.integers(2, 40))
def test_nothing_but_white_space_is_lost(text: str, limit: int) -> None:
    """Whatever is cut, every character is translated."""
    parts = fit(text, len, limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= limit for part in parts)
