"""Line-aligned text through the product: as many lines out as in, and what became of hints."""

from __future__ import annotations

import pytest

from summarizer.evaluate import lines as evaluated
from summarizer.evaluate.lines import hints_obeyed, translate_lines
from summarizer.options import Ladder, Options
from summarizer.pipeline import Summarizer
from summarizer.testing import FakeTranslator

ENGLISH = {
    "Путин прилетел в Казань.": "Putin arrived in Kazan.",
    "Его встретил Миннигалиев.": "He was met there.",
    "Потом был обед.": "Then there was lunch.",
}


def summarizer() -> Summarizer:
    options = Options(ladder=Ladder.OFF)
    return Summarizer(options, translator=FakeTranslator(table=ENGLISH))


def test_each_line_has_its_own_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of two sentences stays one line, an empty one and a whole empty group stay empty."""
    monkeypatch.setattr(evaluated, "LINES", 2)
    lines = ["Путин прилетел в Казань. Потом был обед.", "", "", " ", "Потом был обед."]
    english, articles = translate_lines(lines, summarizer())
    lunch = "Then there was lunch."
    assert english == [f"Putin arrived in Kazan. {lunch}", "", "", "", lunch]
    assert len(articles) == 2


def test_hints_that_are_in_the_english_were_obeyed() -> None:
    """Putin and Kazan are there, Minnigaliev is not."""
    lines = ["Путин прилетел в Казань.", "Его встретил Миннигалиев."]
    score = hints_obeyed(translate_lines(lines, summarizer())[1])
    assert (round(score.value, 1), score.count) == (66.7, 3)
