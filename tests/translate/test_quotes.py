"""Quotations end where the speaker begins."""

from __future__ import annotations

import pytest

from summarizer.translate.quotes import close_quotation

SOURCE = "«Мы хотим расширить сотрудничество с «КАМАЗом», - заявил министр обороны."
MOVED = [
    (
        '"We want to expand cooperation with KAMAZ, said the defense minister."',
        '"We want to expand cooperation with KAMAZ," said the defense minister.',
    ),
    (
        '"We want to expand cooperation with KAMAZ, said the defense minister.',
        '"We want to expand cooperation with KAMAZ," said the defense minister.',
    ),
    (
        "“We want to expand cooperation, - noted the minister.”",
        "“We want to expand cooperation,” noted the minister.",
    ),
    (
        '"We want to expand cooperation with KAMAZ, the defense minister of Kazakhstan said.',
        '"We want to expand cooperation with KAMAZ," the defense minister of Kazakhstan said.',
    ),
    (
        '"In Kazan, as before, we want to expand cooperation, he said on Tuesday."',
        '"In Kazan, as before, we want to expand cooperation," he said on Tuesday.',
    ),
    (
        '"We want to expand cooperation, he said Tuesday.',
        '"We want to expand cooperation," he said Tuesday.',
    ),
]
LOOSE = '"We want to expand cooperation with KAMAZ, " the defense minister said.'
LEFT = [
    '"We want to expand cooperation with KAMAZ," said the defense minister.',
    "We want to expand cooperation with KAMAZ, said the defense minister.",
    '"We want to expand cooperation."',
    '"We want "more" cooperation", said the minister.',
    '"We want to expand it, Ivan Petrov, the head of the plant, said.',
    '"We want to expand it the minister said.',
    "",
]


@pytest.mark.parametrize(("target", "mended"), MOVED)
def test_the_closing_mark_goes_before_the_speaker(target: str, mended: str) -> None:
    """The minister does not quote himself."""
    assert close_quotation(SOURCE, target) == mended


@pytest.mark.parametrize("target", LEFT)
def test_what_is_right_or_unclear_is_left(target: str) -> None:
    """Nothing is guessed."""
    assert close_quotation(SOURCE, target) == target


def test_the_closing_mark_stands_at_its_word() -> None:
    """No blank before it."""
    assert close_quotation(SOURCE, LOOSE) == LOOSE.replace(', "', ',"')


def test_a_sentence_that_is_no_direct_speech_is_left() -> None:
    """The Russian decides."""
    target = '"KAMAZ, said the minister."'
    assert close_quotation("Министр назвал «КАМАЗ».", target) == target
