"""The reference engine on real, tiny models."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarizer.options import Decoding, Options
from summarizer.progress import silent
from summarizer.translate.protocol import Segment, Translator
from summarizer.translate.transformers_engine import load
from summarizer.types import Hypothesis, ModelUse
from tests.tiny_models import PAIRS

USE = ModelUse("translation", "tiny", "0", "transformers")
GREEDY = Decoding()
BEAMS = Decoding(beam_size=4, hypotheses=4)


def load_tiny(folder: Path, **options: object) -> Translator:
    return load(folder, use=USE, options=Options(threads=1, **options), progress=silent)  # type: ignore[arg-type]


def translate(
    translator: Translator, texts: Sequence[str], decoding: Decoding = GREEDY
) -> list[tuple[Hypothesis, ...]]:
    return translator.translate([Segment(text) for text in texts], decoding)


@pytest.fixture(scope="module")
def translator(trained: Path) -> Translator:
    return load_tiny(trained)


@pytest.mark.parametrize("decoding", [GREEDY, BEAMS], ids=["greedy", "beams"])
def test_a_trained_model_translates_exactly(translator: Translator, decoding: Decoding) -> None:
    """All that the model has learnt comes back, in the order of the segments."""
    texts = random.Random(3).sample(list(PAIRS), k=len(PAIRS))
    outputs = translate(translator, texts, decoding)
    assert [hypotheses[0].text for hypotheses in outputs] == [PAIRS[text] for text in texts]


def test_the_engine_satisfies_the_protocol(translator: Translator) -> None:
    """It says what it is and that hints are of no use to it."""
    assert isinstance(translator, Translator)
    assert translator.use == USE
    assert not translator.takes_hints


def test_hypotheses_are_different_and_best_first(translator: Translator) -> None:
    """The n best are n texts with falling scores: log-probabilities a token."""
    for hypotheses in translate(translator, list(PAIRS), BEAMS):
        scores = [hypothesis.score for hypothesis in hypotheses]
        assert len({hypothesis.text for hypothesis in hypotheses}) == len(hypotheses) > 1
        assert scores == sorted(scores, reverse=True)
        assert all(score < 0 for score in scores)
        assert scores[0] > -0.1 > scores[-1]
