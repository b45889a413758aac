"""Sentence cases as marked text: each value stands in brackets, its English form after "=>"."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.entities.values import Found, english_form

_MARKED = re.compile(r"\[([^\]]+)\]")


def cases(table: str) -> list[str]:
    """One case a line; lines that begin with "#" are headings."""
    lines = (line.strip() for line in table.strip().splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def check(case: str, find: Callable[[str], list[Found]]) -> list[Found]:
    """Assert that just the bracketed values are found, and mean what the English says."""
    marked, _, meaning = case.partition(" => ")
    text = _MARKED.sub(r"\1", marked)
    found = [item for item in find(text) if not item.soft]
    assert [text[item.start : item.stop] for item in found] == _MARKED.findall(marked)
    assert [english_form(item) for item in found] == [part for part in meaning.split(" | ") if part]
    return found
