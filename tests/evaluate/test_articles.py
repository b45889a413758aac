"""Whole articles: gold that people made, outcomes that the product made."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.errors import InputError
from summarizer.evaluate.articles import (
    article_of,
    consistency,
    headline_and_lead,
    invented,
    measure,
    recall,
    run_all,
)
from summarizer.options import Options
from summarizer.pipeline import Summarizer
from summarizer.testing import FakeTranslator

GOLD = {
    "id": "a",
    "title": "Мэй и Брексит",
    "text": "Тереза Мэй прибыла в Брюссель.",
    "entities": [
        {"id": "PER-Theresa-May", "en": "Theresa May", "accept": ["May"]},
        {"id": "PER-Theresa-May", "en": "Theresa May"},
        {"id": "LOC-Brussels", "en": "Brussels", "accept": ["EU capital", ""]},
    ],
}
SEGMENTS = {
    "id": "b",
    "ru": ["Заголовок", "Первое.", "Второе.", "Третье."],
    "en_A": ["Headline", "First.", "Second.", "Third."],
    "headline": True,
}


def outcome(**fields: Any) -> dict[str, Any]:
    return {"id": "a", "translation": "", "brief": "", "names": [], "notes": []} | fields


def test_recall_counts_each_entity_once_in_any_accepted_form() -> None:
    """Brussels is lost, May is not; an empty form is found nowhere."""
    score = recall([(GOLD, outcome(translation="Ms May arrived."))])
    assert (score.value, score.count) == (50, 2)


def test_an_invented_name_is_one_that_nothing_supports() -> None:
    """Known to the gold, or in the translation, or not; a note takes it off the second count."""
    result = outcome(
        translation="Ms May met Barnier.",
        brief="On Monday Theresa May, Barnier and Minin's man met.",
    )
    wrong, silent = invented([(GOLD, result)])
    assert (wrong.value, wrong.count) == (pytest.approx(100 / 3), 3)  # "May" reads as the month
    assert silent.value == wrong.value
    result["notes"] = ["Minin is not in the Russian"]
    assert invented([(GOLD, result)])[1].value == 0


def test_consistency_is_the_share_of_the_usual_spelling() -> None:
    """Over all articles; a surname seen twice says nothing."""
    outcomes = [
        outcome(names=[["Фатулаев", "Fatulaev"], ["Фатулаев", "Fatulaev"], ["Мэй", "May"]]),
        outcome(names=[["Фатулаев", "Fatulayev"], ["Фатулаев", "Fatulaev"], ["Мэй", "Mey"]]),
    ]
    score = consistency(outcomes)
    assert (score.value, score.count) == (75, 4)


def test_a_given_name_alone_is_no_spelling_of_the_surname() -> None:
    """«Премьер благодарит Бориса»: Boris is right, and no Johnson."""
    table = {
        "Борис Джонсон ушёл в отставку.": "Boris Johnson has resigned.",
        "Премьер благодарит Бориса за работу.": "The prime minister thanks Boris for his work.",
    }
    records = [{"id": "a", "text": " ".join(table)}]
    summarizer = Summarizer(Options(whole=True), translator=FakeTranslator(table=table))
    (result,) = run_all(records, summarizer)
    assert result["names"] == [("Джонсон", "Johnson")]


def test_an_article_of_text_has_its_title() -> None:
    """The title is part of the text, and known to be the title."""
    article = article_of(GOLD)
    assert article.title is not None
    assert article.text[slice(*article.title)] == GOLD["title"]
    assert article.text.endswith("Брюссель.")


def test_an_article_of_segments_is_its_body() -> None:
    """The headline is what a brief is compared with, so the product does not see it."""
    assert article_of(SEGMENTS).text == "Первое.\nВторое.\nТретье."
    assert headline_and_lead(SEGMENTS) == "Headline First. Second."
    assert headline_and_lead(SEGMENTS | {"headline": False}) == "Headline First."
    with pytest.raises(InputError, match="neither"):
        article_of({"id": "c"})


def test_measures_follow_what_the_records_have() -> None:
    """Gold entities, or a reference, or both."""
    names = [score.name for score in measure([GOLD], [outcome()])]
    assert names == [
        "same person, same spelling",
        "entities recalled",
        "names invented in briefs",
        "names invented, unflagged",
    ]
    result = outcome(id="b", brief="Headline First. Second.", translation="First. Second. Third.")
    scores = {score.name: score.value for score in measure([SEGMENTS], [result])}
    assert [scores[name] for name in ("brief ROUGE-L", "BLEU", "chrF2")] == pytest.approx([100] * 3)


def test_outcomes_of_other_articles_are_refused() -> None:
    """Scores of mixed-up files would look real."""
    with pytest.raises(InputError, match="1 outcomes are of other articles, first: z"):
        measure([GOLD], [outcome(id="z")])
