"""Names found beside names annotated. [PER …] brackets mark names in the text."""

from __future__ import annotations

import re
from typing import Any

import pytest

from summarizer.errors import InputError
from summarizer.evaluate.ner import Name, find, gold_names, measure, outermost
from summarizer.types import Kind


def parse(marked: str) -> tuple[str, list[Name]]:
    """«[PER Минниханов] в [LOC Казани]» to text and names."""
    text, names = "", []
    for part in re.split(r"(\[\w+ [^\]]+\])", marked):
        if part.startswith("["):
            kind, inside = part[1:-1].split(" ", 1)
            names.append(Name(Kind(kind), len(text), len(text) + len(inside)))
            part = inside
        text += part
    return text, names


NEREL_TYPES = {Kind.PER: "PERSON", Kind.LOC: "CITY", Kind.ORG: "ORGANIZATION"}


def record(marked: str) -> dict[str, Any]:
    text, names = parse(marked)
    rows = [{"type": NEREL_TYPES[kind], "s": start, "e": stop} for kind, start, stop in names]
    return {"text": text, "entities": rows}


def scores(gold: str, found: str) -> dict[str, float]:
    names = parse(found)[1]
    return {score.name: score.value for score in measure([record(gold)], lambda text: names)}


def test_all_found_is_full_marks() -> None:
    """In every class, by both measures."""
    text = "[PER Минниханов] с [ORG КАМАЗом] в [LOC Казани]"
    assert set(scores(text, text).values()) == {100.0}


def test_a_wrong_border_counts_by_its_words() -> None:
    """«Рустам» of «Рустам Минниханов»: one word of two, none missing."""
    found = scores("[PER Рустам Минниханов] здесь", "[PER Рустам] Минниханов здесь")
    assert found["PER F1, whole names"] == 0
    assert found["PER F1, words"] == pytest.approx(200 / 3)


def test_a_wrong_class_counts_in_neither() -> None:
    """It lowers both classes."""
    found = scores("[ORG Рубин] и [LOC Уфа]", "[LOC Рубин] и [LOC Уфа]")
    for how in ("whole names", "words"):
        assert found[f"ORG F1, {how}"] == 0
        assert found[f"LOC F1, {how}"] == pytest.approx(200 / 3)


def test_both_corpora_are_read() -> None:
    """Of factRuEval's bodies and places the name counts; classes we do not have are left out."""
    objects = [
        {"type": "Person", "s": 0, "e": 9, "spans": [["surname", 0, 9]]},
        {"type": "Org", "s": 10, "e": 30, "spans": [["org_descr", 10, 18], ["org_name", 20, 29]]},
        {"type": "LocOrg", "s": 31, "e": 37, "spans": [["loc_name", 31, 37]]},
        {"type": "Project", "s": 40, "e": 43, "spans": [["prj_name", 40, 43]]},
    ]
    assert gold_names({"objects": objects}) == [
        Name(Kind.PER, 0, 9),
        Name(Kind.ORG, 20, 29),
        Name(Kind.LOC, 31, 37),
    ]
    assert gold_names(record("[PER Минниханов] и [ORG КВЗ]")) == [
        Name(Kind.PER, 0, 10),
        Name(Kind.ORG, 13, 16),
    ]
    with pytest.raises(InputError, match="this one has text"):
        gold_names({"text": ""})


def test_of_nested_names_the_outermost_counts() -> None:
    """«Центральный банк РФ» is one body."""
    bank, country = Name(Kind.ORG, 0, 19), Name(Kind.LOC, 17, 19)
    assert outermost([country, bank, bank]) == [bank]


def test_adjectives_of_places_count_where_the_corpus_marks_them() -> None:
    """«российский» is a place in NEREL and nothing in factRuEval."""
    text, names = parse("[LOC российский] посол в [LOC Казани]")
    kazan = {"type": "Location", "spans": [["loc_name", *names[1][1:]]]}
    for gold, value in (
        ({"objects": [kazan]}, 100),
        ({"entities": [{"type": "CITY", "s": names[1].start, "e": names[1].stop}]}, 200 / 3),
    ):
        found = measure([{"text": text} | gold], lambda text: names)
        assert {score.name: score.value for score in found}["LOC F1, words"] == pytest.approx(value)


def test_the_product_finds_names() -> None:
    """With their offsets in the text that was given."""
    text = "Президент Татарстана Рустам Минниханов открыл завод в Казани."
    assert {(name.kind, text[name.start : name.stop]) for name in find(text)} == {
        (Kind.LOC, "Татарстана"),
        (Kind.PER, "Рустам Минниханов"),
        (Kind.LOC, "Казани"),
    }
