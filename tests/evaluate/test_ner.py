"""Names found beside names annotated. [PER …] brackets mark names in the text."""

from __future__ import annotations

import re
from typing import Any

import pytest

from summarizer.errors import InputError
from summarizer.evaluate.ner import Name, gold_names, measure, outermost
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


def test_a_wrong_border_counts_by_overlap_alone() -> None:
    """«Рустам» of «Рустам Минниханов»."""
    found = scores("[PER Рустам Минниханов] здесь", "[PER Рустам] Минниханов здесь")
    assert (found["PER F1, exact"], found["PER F1, overlap"]) == (0, 100)


def test_a_wrong_class_counts_in_neither() -> None:
    """It lowers both classes."""
    found = scores("[ORG Рубин] и [LOC Уфа]", "[LOC Рубин] и [LOC Уфа]")
    assert found["ORG F1, exact"] == 0
    assert found["LOC F1, exact"] == pytest.approx(200 / 3)


def test_one_gold_name_is_found_once() -> None:
    """Two pieces of one name are one hit and one false alarm."""
    found = scores("[PER Рустам Минниханов]", "[PER Рустам] [PER Минниханов]")
    assert found["PER F1, overlap"] == pytest.approx(200 / 3)


def test_both_corpora_are_read() -> None:
    """factRuEval calls places that act LocOrg; classes we do not have are left out."""
    rows = [("LocOrg", 0, 6), ("Person", 7, 9), ("Project", 10, 12)]
    objects = [{"type": kind, "s": start, "e": stop} for kind, start, stop in rows]
    assert gold_names({"objects": objects}) == [Name(Kind.LOC, 0, 6), Name(Kind.PER, 7, 9)]
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
