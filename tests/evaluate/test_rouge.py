"""ROUGE by its definition, on texts that can be counted by hand."""

from __future__ import annotations

import pytest

from summarizer.evaluate.rouge import rouge_l, rouge_n

POLICE = "police killed the gunman"  # the example of Lin (2004)


@pytest.mark.parametrize(
    ("text", "one", "two", "longest"),
    [
        (POLICE, 100, 100, 100),
        ("Police kill the gunman.", 75, 100 / 3, 75),
        ("the gunman kill police", 75, 100 / 3, 50),
        ("", 0, 0, 0),
        ("nothing shared here", 0, 0, 0),
    ],
)
def test_rouge(text: str, one: float, two: float, longest: float) -> None:
    """Case and punctuation do not count; order does for L alone."""
    found = (rouge_n(text, POLICE, 1), rouge_n(text, POLICE, 2), rouge_l(text, POLICE))
    assert found == pytest.approx((one, two, longest))


def test_a_word_counts_as_often_as_the_reference_has_it() -> None:
    """Repeating a word does not pay."""
    assert rouge_n("the the the the", "the gunman", 1) == pytest.approx(100 / 3)
