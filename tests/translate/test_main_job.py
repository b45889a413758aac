"""The main job with a model of the user's own, on real files, without the network."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Summarizer
from summarizer.options import Options, Style
from tests.tiny_models import PAIRS

ARTICLE = """КАМАЗ увеличил выпуск грузовиков

КАМАЗ в январе 2015 года выпустил 1,2 тыс. грузовиков, сообщил директор Сергей Когогин. \
Это на 7% больше, чем год назад. По его словам, спрос растёт в Татарстане и Казахстане.

Завод получил 12,5 млрд рублей. Когогин встретился с Рустамом Миннихановым. \
Минниханов поблагодарил рабочих.
"""


def summarizer(folder: Path) -> Summarizer:
    return Summarizer(Options(translator=str(folder), style=Style.EXTRACTIVE, threads=1))


@pytest.mark.parametrize("model", ["trained", "converted"])
def test_a_model_that_translates_well_passes_every_check(
    model: str, request: pytest.FixtureRequest
) -> None:
    """Each sentence comes out as the model wrote it, with every name, number and date."""
    made = summarizer(request.getfixturevalue(model))
    translated = made.translate(text=ARTICLE)
    assert [t.text for t in translated.translations] == [
        PAIRS[t.sentence.text] for t in translated.translations
    ]
    assert not any(t.is_flagged for t in translated.translations)
    brief = made.brief(text=ARTICLE)
    assert brief.title == "KAMAZ increases truck output"
    assert "1,200 trucks in January 2015" in brief.text
    assert ("ctranslate2" if model == "converted" else "transformers") in str(brief.signature)


def test_rubbish_is_flagged_in_every_sentence(untrained: Path, seed_article: Path) -> None:
    """Random weights write rubbish; the program says so, and goes on to the end."""
    made = summarizer(untrained)
    translations = made.translate(seed_article).translations
    assert len(translations) > 10
    assert all(t.is_flagged for t in translations)
    assert made.brief(seed_article).notes
