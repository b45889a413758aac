"""Putting the translations of clauses together to one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.entities.english_text.proper import bare, is_ordinary

ENDS = ".!?…"
FIRST_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def join_clauses(pieces: Sequence[tuple[str, str]]) -> str:
    """Join (source, target) clauses in order.

    A model ends what it translates with a full stop and opens it with a capital, also where the
    Russian clause goes on: both go, unless the capital belongs to a name.
    """
    out: list[str] = []
    for index, (source, target) in enumerate(pieces):
        text = target.strip()
        is_last = index == len(pieces) - 1
        if not is_last and source.rstrip()[-1:] not in tuple(ENDS):
            text = _with_mark_of(source, text)
        if index and not pieces[index - 1][0].rstrip().endswith(tuple(ENDS)):
            text = _without_capital(text)
        out.append(text)
    return " ".join(text for text in out if text)


def _with_mark_of(source: str, text: str) -> str:
    """End a clause as its source ends: with its comma, semicolon or dash, or with nothing."""
    mark = source.rstrip()[-1:]
    text = text.rstrip(ENDS)
    return f"{text}{mark}" if mark in ",;:" and text[-1:] not in ",;:" else text


def _without_capital(text: str) -> str:
    word = FIRST_WORD.search(text)
    if word is None or word.start() != 0 or not is_ordinary(bare(word.group())):
        return text
    return text if word.group().isupper() else text[0].lower() + text[1:]
