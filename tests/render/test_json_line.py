"""JSON."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from summarizer import render
from summarizer.types import Article, Brief, BriefSentence, Kind, TranslatedArticle
from summarizer.values import Amount, Moment
from tests.brief.build import article, value

KEYS = {
    "brief": [
        "schema_version", "kind", "id", "source", "date", "meta", "title", "brief", "sentences",
        "entities", "translations", "untranslated", "notes", "signature",
    ],
    "translation": [
        "schema_version", "kind", "id", "source", "date", "meta", "title", "translations",
        "entities", "notes", "signature",
    ],
    "entities": [
        "schema_version", "kind", "id", "source", "date", "meta", "sentences", "entities",
    ],
}  # fmt: skip


def records(brief: Brief, translated: TranslatedArticle) -> dict[str, Any]:
    lines = (
        render.brief(brief, "json"),
        render.translation(translated, "json"),
        render.ledger(translated.ledger, translated.translations, "json"),
    )
    assert all(line.count("\n") == 1 for line in lines)
    found = map(json.loads, lines)
    return {record["kind"]: record for record in found}


def test_keys_are_always_the_same_in_the_same_order(
    brief: Brief, translated: TranslatedArticle
) -> None:
    """Scripts rely on them; a change of meaning raises the schema's version."""
    for kind, record in records(brief, translated).items():
        assert list(record) == KEYS[kind]
        assert record["schema_version"] == 1


def test_offsets_point_into_the_article_and_into_the_english(
    brief: Brief, translated: TranslatedArticle
) -> None:
    """Every sentence and mention is found where the record says."""
    text = brief.article.text
    record = records(brief, translated)["brief"]
    for translation in record["translations"]:
        assert text[translation["start"] : translation["stop"]] == translation["source"]
        for match in translation["matches"]:
            assert text[match["start"] : match["stop"]] == match["source"]
    repaired = record["translations"][1]["matches"][0]
    span = repaired["target"]
    assert record["translations"][1]["text"][span["start"] : span["stop"]] == "Minnikhanov"
    assert repaired["status"] == "repaired"
    assert record["translations"][2]["matches"][0]["target"] is None


def test_a_brief_sentence_names_its_sources_and_entities(
    brief: Brief, translated: TranslatedArticle
) -> None:
    """Every sentence of the brief can be traced to the Russian."""
    sentences = records(brief, translated)["brief"]["sentences"]
    assert [[source["index"] for source in s["sources"]] for s in sentences] == [[1], [2]]
    assert [s["flagged"] for s in sentences] == [False, True]
    named = [sentences[0]["text"][e["start"] : e["stop"]] for e in sentences[0]["entities"]]
    assert named == ["Minnikhanov", "Astana", "Dec. 29"]


def test_entities_of_a_rewritten_sentence_are_found_again(brief: Brief) -> None:
    """By any accepted form, and values by what they say."""
    written = BriefSentence("On 29 December, Astana's guest was Minnikhanov.", (1, 2))
    record = json.loads(render.brief(replace(brief, sentences=(written,)), "json"))
    (sentence,) = record["sentences"]
    named = [sentence["text"][e["start"] : e["stop"]] for e in sentence["entities"]]
    assert named == ["29 December", "Astana", "Minnikhanov"]


def test_a_quoted_sentence_keeps_its_marks_behind_the_date(brief: Brief) -> None:
    """The article's date in front moves every offset."""
    text = f"December 30, 2014 — {brief.sentences[0].text}"
    made = replace(brief, sentences=(BriefSentence(text, (1,)),))
    (sentence,) = json.loads(render.brief(made, "json"))["sentences"]
    named = [text[e["start"] : e["stop"]] for e in sentence["entities"]]
    assert named == ["Minnikhanov", "Astana", "Dec. 29"]


def test_entities_say_whether_they_are_in_the_brief(
    brief: Brief, translated: TranslatedArticle
) -> None:
    """Kept, repaired or missing in the translation, told in the brief or not."""
    entities = records(brief, translated)["brief"]["entities"]
    assert [(e["name"], e["status"], e["in_brief"]) for e in entities] == [
        ("Минниханов", "repaired", True),
        ("Астану", "kept", True),
        ("29 декабря", "kept", True),
        ("Тихомиров", "missing", False),
    ]


def test_without_translations_there_is_no_status(translated: TranslatedArticle) -> None:
    """Null, and not a guess."""
    record = json.loads(render.ledger(translated.ledger, (), "json"))
    assert {entity["status"] for entity in record["entities"]} == {None}


def test_values_say_what_the_text_says_and_no_more() -> None:
    """A date without a year has no year; an amount is exact."""
    rubles = Amount(Decimal("12500000000"), Decimal("12500000000"), "RUB")
    days = Moment(month=3, day=1, stop=Moment(month=3, day=5))
    translated = article(
        [("12,5 млрд рублей с 1 по 5 марта", "12.5 billion rubles March 1–5")],
        value(Kind.MONEY, "12.5 billion rubles", rubles, (0, "12,5 млрд рублей")),
        value(Kind.DATE, "March 1–5", days, (0, "с 1 по 5 марта")),
    )
    money, dates = json.loads(render.ledger(translated.ledger, (), "json"))["entities"]
    assert money["value"] == {"low": "12500000000", "high": "12500000000", "unit": "RUB"}
    assert dates["value"] == {"month": 3, "day": 1, "stop": {"month": 3, "day": 5}}


def test_other_fields_of_the_record_pass_through(brief: Brief) -> None:
    """Whatever they are: a date among them is written as text."""
    meta = {"url": "x", "seen": date(2020, 1, 2), "n": [1, None]}
    made = replace(brief, article=replace(brief.article, meta=meta))
    record = json.loads(render.brief(made, "json"))
    assert record["meta"] == {"url": "x", "seen": "2020-01-02", "n": [1, None]}


def test_exotic_line_ends_do_not_break_the_line(brief: Brief) -> None:
    """U+2028 in an article is escaped, so that a line stays a line."""
    made = replace(brief, article=Article("a\u2028b", "x"), title="a\u2029b\nc")
    line = render.brief(made, "json")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["id"] == "a\u2028b"
