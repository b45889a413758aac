"""One HTML page that needs nothing beside it: the brief, then Russian and English side by side."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from summarizer.render import facts
from summarizer.render.facts import Mark
from summarizer.types import (
    Brief,
    BriefSentence,
    Entity,
    Ledger,
    Note,
    Sentence,
    Signature,
    Span,
    TranslatedArticle,
    Translation,
)

_STYLE = """
body { font: 16px/1.5 Georgia, serif; margin: 2em auto; max-width: 70em; padding: 0 1em;
       color: #222; background: #fff }
h1 { font-size: 1.5em } h2 { font-size: 1.1em; margin-top: 2em }
.origin, footer, .legend { color: #666; font-size: .85em }
.brief { font-size: 1.15em; max-width: 42em }
table { border-collapse: collapse; width: 100% }
td, th { border-top: 1px solid #ddd; padding: .4em .6em; text-align: left; vertical-align: top }
tr.chosen { background: #f6f6ee } tr.flagged td.english, .flagged { background: #fff0e0 }
.why { color: #a03000; font-size: .85em; margin: .3em 0 0 }
mark { background: none; border-bottom: 2px solid #999 }
mark.PER { border-color: #2060c0 } mark.LOC { border-color: #208040 }
mark.ORG { border-color: #8030a0 } mark.NUM, mark.MONEY, mark.PERCENT { border-color: #b07000 }
mark.DATE { border-color: #a06060 }
mark.repaired { background: #eef6ff } mark.missing, mark.changed { background: #ffd0c0 }
.sources { font-size: .75em; vertical-align: super } a { color: inherit }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818 }
  tr.chosen { background: #26261e } tr.flagged td.english, .flagged { background: #40280e }
  mark { color: inherit } mark.repaired { background: #1a2c40 }
  mark.missing, mark.changed { background: #5a2010 } .why { color: #ff9060 } }
"""
_DOUBT = '<span class="flagged">[?]</span>'
_LEGEND = (
    '<p class="legend">Underlined: '
    + " ".join(f'<mark class="{kind}">{kind}</mark>' for kind in ("PER", "LOC", "ORG", "DATE"))
    + ' <mark class="NUM">number</mark>. Shaded: <mark class="repaired">repaired</mark>'
    ' <mark class="missing">missing or changed in the English</mark>.'
    " [?] marks a sentence to check against the Russian.</p>"
)


def brief(brief: Brief) -> str:
    """The brief, each sentence linked to its sources, above the whole translation."""
    chosen = {index for sentence in brief.sentences for index in sentence.sources}
    body = [
        _heading(brief.title, doubtful=facts.has_doubtful_title(brief)),
        _origin(facts.origin_line(brief.article)),
        '<p class="brief">',
        "\n".join(_brief_sentence(sentence, brief) for sentence in brief.sentences),
        "</p>",
        _notes(facts.all_notes(brief.notes, ()), "Notes"),
        "<h2>Russian and English</h2>",
        _LEGEND,
        _aligned(brief.translations, brief.entities, chosen),
        _left_out(brief.untranslated),
        _footer(brief.signature),
    ]
    return _page(brief.title or "Brief", body)


def _left_out(untranslated: int) -> str:
    if not untranslated:
        return ""
    number = f"{untranslated} more sentence{'s' if untranslated > 1 else ''}"
    return f"<p>{number} of the article could not come into the brief: not translated.</p>"


def translation(translated: TranslatedArticle) -> str:
    """Russian and English side by side, sentence by sentence."""
    title = facts.title_of(translated)
    rest = [note for note in translated.notes if note.sentence is None]
    body = [
        _heading(title),
        _origin(facts.origin_line(translated.ledger.article)),
        _LEGEND,
        _aligned(translated.translations, translated.ledger.entities, set()),
        _notes(rest, "Notes"),
        _footer(translated.signature),
    ]
    return _page(title or "Translation", body)


def ledger(ledger: Ledger, translations: Sequence[Translation]) -> str:
    """The entities as a table; rows of what is missing or changed are shaded."""
    head = "".join(f"<th>{escape(name)}</th>" for name in facts.headings(translations))
    rows = [f"<tr>{head}</tr>"]
    statuses = facts.statuses_of(translations)
    for number, row in enumerate(facts.rows_of(ledger, translations)):
        status = statuses.get(number)
        shade = ' class="flagged"' if status is not None and status.is_flagged else ""
        rows.append(f"<tr{shade}>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>")
    table = "<table>\n" + "\n".join(rows) + "\n</table>"
    origin = _origin(facts.origin_line(ledger.article))
    return _page("Entities", ["<h1>Entities</h1>", origin, table])


def _page(title: str, body: Sequence[str]) -> str:
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return head + "\n".join(filter(None, body)) + "\n</body>\n</html>\n"


def _heading(title: str, *, doubtful: bool = False) -> str:
    doubt = f" {_DOUBT}" if doubtful else ""
    return f"<h1>{escape(title)}{doubt}</h1>" if title else ""


def _origin(line: str) -> str:
    return f'<p class="origin">{escape(line)}</p>' if line else ""


def _footer(signature: Signature) -> str:
    return f"<footer><p>{escape(str(signature))}</p></footer>"


def _brief_sentence(sentence: BriefSentence, brief: Brief) -> str:
    marked = _marked(sentence.text, facts.marks_in_brief(sentence, brief), brief.entities)
    links = ", ".join(f'<a href="#s{index}">{index}</a>' for index in sentence.sources)
    doubt = f" {_DOUBT}" if facts.is_doubtful(sentence, brief) else ""
    return f'<span>{marked}</span>{doubt}<span class="sources">{links}</span>'


def _aligned(
    translations: Sequence[Translation], entities: Sequence[Entity], chosen: set[int]
) -> str:
    rows = ["<tr><th></th><th>Russian</th><th>English</th></tr>"]
    for each in translations:
        index = each.sentence.index
        names = [
            name
            for name, holds in (
                ("chosen", index in chosen),
                ("flagged", facts.is_doubtful_translation(each)),
            )
            if holds
        ]
        russian = _marked(each.sentence.text, _source_marks(each, entities), entities)
        rows.append(
            f'<tr id="s{index}" class="{" ".join(names)}"><td>{index}</td>'
            f'<td lang="ru">{russian}</td><td class="english">{_english(each, entities)}</td></tr>'
        )
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _english(translation: Translation, entities: Sequence[Entity]) -> str:
    doubt = " [?]" if facts.is_doubtful_translation(translation) else ""
    reasons = "".join(f'<p class="why">{escape(facts.note_line(n))}</p>' for n in translation.notes)
    return _marked(translation.text, facts.marks_of(translation), entities) + doubt + reasons


def _source_marks(translation: Translation, entities: Sequence[Entity]) -> list[Mark]:
    """The mentions of a Russian sentence, with what became of each in the English."""
    sentence = translation.sentence
    became = {(match.entity, match.mention): match.status for match in translation.matches}
    marks: list[Mark] = []
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            if mention.sentence == sentence.index:
                status = became.get((number, mention))
                marks.append(Mark(_within(sentence, mention.start, mention.stop), number, status))
    return sorted(marks, key=lambda mark: mark.span)


def _within(sentence: Sentence, start: int, stop: int) -> Span:
    return Span(start - sentence.start, stop - sentence.start)


def _marked(text: str, marks: Sequence[Mark], entities: Sequence[Entity]) -> str:
    """The text, escaped, its entities in <mark>; a tooltip has both languages."""
    parts, done = [], 0
    for mark in marks:
        if mark.span.start < done:
            continue
        entity = entities[mark.entity]
        names = " ".join(filter(None, (entity.kind.value, mark.status and mark.status.value)))
        tip = escape(f"{entity.name} = {entity.english or '?'} ({entity.origin.value})")
        parts.append(escape(text[done : mark.span.start]))
        inner = escape(text[mark.span.start : mark.span.stop])
        parts.append(f'<mark class="{names}" title="{tip}">{inner}</mark>')
        done = mark.span.stop
    return "".join(parts) + escape(text[done:])


def _notes(notes: Sequence[Note], heading: str) -> str:
    items = "\n".join(f"<li>{escape(facts.note_line(note))}</li>" for note in notes)
    return f"<h2>{heading}</h2>\n<ul>\n{items}\n</ul>" if notes else ""
