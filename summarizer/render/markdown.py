"""Markdown, with nothing of an article's text taken for markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.render import facts
from summarizer.types import Brief, Ledger, TranslatedArticle, Translation

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", re.MULTILINE)


def brief(brief: Brief) -> str:
    """A heading, the brief with the numbers of its source sentences, notes and signature."""
    parts = [
        f"{escape(sentence.text)} {_sources(sentence.sources)}"
        + (" **[?]**" if facts.is_doubtful(sentence, brief) else "")
        for sentence in brief.sentences
    ]
    origin = facts.origin_line(brief.article)
    doubt = " **[?]**" if facts.has_doubtful_title(brief) else ""
    blocks = [
        f"# {escape(brief.title)}{doubt}" if brief.title else "",
        f"*{escape(origin)}*" if origin else "",
        " ".join(parts),
        _notes(brief),
        f"`{brief.signature}`",
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def translation(translated: TranslatedArticle) -> str:
    """A table of two languages, one row a sentence; **[?]** marks a doubtful one."""
    rows = []
    for each in translated.translations:
        mark = " **[?]**" if facts.is_doubtful_translation(each) else ""
        cells = (str(each.sentence.index), escape(each.sentence.text), escape(each.text) + mark)
        rows.append(cells)
    notes = facts.all_notes(translated.notes, translated.translations)
    blocks = [
        f"# {escape(facts.title_of(translated))}" if facts.title_of(translated) else "",
        _table(("", "Russian", "English"), rows),
        _list("Notes", [facts.note_line(note) for note in notes]),
        f"`{translated.signature}`",
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def ledger(ledger: Ledger, translations: Sequence[Translation]) -> str:
    """The entities as a table; what is missing or changed is in bold."""
    rows = []
    statuses = facts.statuses_of(translations)
    for number, row in enumerate(facts.rows_of(ledger, translations)):
        cells = [escape(cell) for cell in row]
        status = statuses.get(number)
        if status is not None and status.is_flagged:
            cells[-1] = f"**{cells[-1]}**"
        rows.append(tuple(cells))
    return _table(facts.headings(translations), rows) + "\n"


def escape(text: str) -> str:
    """One line in which no character is markup."""
    plain = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", plain)


def _sources(indices: Sequence[int]) -> str:
    return f"({', '.join(map(str, indices))})"


def _notes(brief: Brief) -> str:
    shown, others = facts.notes_shown(brief)
    lines = [facts.note_line(note) for note in shown]
    if others:
        lines.append(f"{others} more on sentences that are not in the brief")
    return _list("Notes", lines)


def _list(heading: str, lines: Sequence[str]) -> str:
    items = "\n".join(f"- {escape(line)}" for line in lines)
    return f"## {heading}\n\n{items}" if lines else ""


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
