"""Plain text for reading on a terminal or in a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from summarizer.render import facts
from summarizer.types import Brief, Ledger, Status, TranslatedArticle, Translation

_WIDTH = 88


def brief(brief: Brief) -> str:
    """The title, the date, the brief, what the reader must know, and what produced it.

    A doubtful sentence ends in [?], and the notes say why.
    """
    text = " ".join(
        sentence.text + (" [?]" if facts.is_doubtful(sentence, brief) else "")
        for sentence in brief.sentences
    )
    title = brief.title + (" [?]" if facts.has_doubtful_title(brief) else "")
    blocks = ["\n".join(filter(None, (title, facts.origin_line(brief.article))))]
    blocks += [_wrapped(text), _notes(brief), f"-- {brief.signature}"]
    return "\n\n".join(filter(None, blocks)) + "\n"


def translation(translated: TranslatedArticle) -> str:
    """Each sentence under its number, Russian above English; [?] marks a doubtful one."""
    blocks = []
    for each in translated.translations:
        mark = " [?]" if facts.is_doubtful_translation(each) else ""
        number = f"{each.sentence.index}."
        lines = [f"{number:<4}{each.sentence.text}", f"    {each.text}{mark}"]
        lines += [f"    note: {facts.note_line(note)}" for note in each.notes]
        blocks.append("\n".join(lines))
    rest = [note for note in translated.notes if note.sentence is None]
    blocks += [f"note: {facts.note_line(note)}" for note in rest]
    return "\n\n".join([*blocks, f"-- {translated.signature}"]) + "\n"


def ledger(ledger: Ledger, translations: Sequence[Translation]) -> str:
    """The entities as columns; "!" stands before what is missing or changed in the English."""
    rows = facts.rows_of(ledger, translations)
    table = [facts.headings(translations), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        f"{_sign(row)}{'  '.join(f'{cell:<{w}}' for cell, w in zip(row, widths, strict=True))}"
        for row in table
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _sign(row: Sequence[str]) -> str:
    is_bad = row[-1] in (Status.MISSING.value, Status.CHANGED.value)
    return "! " if is_bad else "  "


def _notes(brief: Brief) -> str:
    shown, others = facts.notes_shown(brief)
    lines = [_wrapped(facts.note_line(note), first="- ", then="  ") for note in shown]
    if others:
        lines.append(f"- {others} more on sentences that are not in the brief")
    return "\n".join(["Notes", *lines]) if lines else ""


def _wrapped(text: str, first: str = "", then: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
