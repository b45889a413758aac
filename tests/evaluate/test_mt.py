"""Translations beside references."""

from __future__ import annotations

import sys

import pytest

from summarizer.errors import InputError, MissingDependencyError
from summarizer.evaluate.mt import corpus_scores, measure, names_kept, numbers_kept

SOURCES = ["В Казани построят 12 заводов.", "Это стоит 5 млрд рублей."]
REFERENCES = ["They will build 12 plants in Kazan.", "That costs 5 billion rubles."]


def test_the_reference_itself_scores_full_marks() -> None:
    """Every measure at its top."""
    scores = {score.name: score.value for score in measure(SOURCES, REFERENCES, [REFERENCES])}
    assert scores == pytest.approx(
        {"BLEU": 100, "chrF2": 100, "names kept": 100, "numbers kept": 100}
    )


def test_bleu_and_chrf_are_sacrebleu_s() -> None:
    """The same figures as its own command, its interval around them."""
    targets = ["They will build 13 plants in Kazan.", "This costs five billion rubles."]
    from sacrebleu import corpus_bleu, corpus_chrf

    bleu, chrf = corpus_scores(targets, [REFERENCES])
    assert bleu.value == corpus_bleu(targets, [REFERENCES]).score
    assert chrf.value == corpus_chrf(targets, [REFERENCES]).score
    assert bleu.low < bleu.high
    assert (bleu.count, bleu.unit) == (2, "lines")


def test_one_line_has_no_interval() -> None:
    """Nothing can be drawn from one line."""
    bleu, _ = corpus_scores(REFERENCES[:1], [REFERENCES[:1]])
    assert bleu.low == bleu.value == bleu.high


def test_a_name_counts_where_all_references_have_it() -> None:
    """Two people spell it in two ways: neither is wanted."""
    other = ["12 plants will be built in Qazan.", "It costs Moscow 5 billion rubles."]
    assert names_kept(REFERENCES, [REFERENCES, other]).count == 0
    assert names_kept(["In Minsk.", "No."], [REFERENCES]).value == 0


def test_a_changed_number_is_not_kept() -> None:
    """By value: five is 5, million is not billion."""
    score = numbers_kept(
        SOURCES, ["They will build twelve plants.", "That costs 5 million rubles."]
    )
    assert (score.value, score.count) == (50, 2)


def test_texts_of_different_length_are_refused() -> None:
    """With the lengths."""
    with pytest.raises(InputError, match="translation 1"):
        measure(SOURCES, REFERENCES[:1], [REFERENCES])


def test_without_sacrebleu_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the command that installs it."""
    monkeypatch.setitem(sys.modules, "sacrebleu.metrics", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'ru-en-summarizer\[evaluate\]'"):
        corpus_scores(REFERENCES, [REFERENCES])
