"""What the formats have in common: which sentence is flagged and why, what became of an entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.entities.english_text.forms import find_forms, overlaps
from summarizer.entities.values import english_form, find_english, same
from summarizer.types import (
    Article,
    Brief,
    BriefSentence,
    Entity,
    Ledger,
    Note,
    NoteCode,
    Span,
    Status,
    TranslatedArticle,
    Translation,
)
from summarizer.values import Moment

_DOUBTS = (NoteCode.MISSING, NoteCode.CHANGED, NoteCode.INVENTED, NoteCode.UNRELIABLE)
_WORST_FIRST = (
    Status.MISSING,
    Status.CHANGED,
    Status.REPAIRED,
    Status.UNCHECKED,
    Status.KEPT,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An entity's place in an English text."""

    span: Span
    entity: int
    status: Status | None = None


def is_doubtful(sentence: BriefSentence, brief: Brief) -> bool:
    """True if a translation that the sentence rests on is flagged."""
    return not doubtful_sources(brief).isdisjoint(sentence.sources)


def doubtful_sources(brief: Brief) -> set[int]:
    """The source sentences of which the English is flagged."""
    flagged = {t.sentence.index for t in brief.translations if is_doubtful_translation(t)}
    return flagged | {
        n.sentence for n in brief.notes if n.code in _DOUBTS and n.sentence is not None
    }


def is_doubtful_translation(translation: Translation) -> bool:
    return translation.is_flagged or any(m.status.is_flagged for m in translation.matches)


def has_doubtful_title(brief: Brief) -> bool:
    titles = (each for each in brief.translations if each.sentence.is_title)
    return any(map(is_doubtful_translation, titles))


def notes_shown(brief: Brief) -> tuple[list[Note], int]:
    """The notes on the brief and on its sentences' sources, and how many others there are."""
    used = {index for sentence in brief.sentences for index in sentence.sources}
    used |= {t.sentence.index for t in brief.translations if t.sentence.is_title}
    notes = all_notes(brief.notes, brief.translations)
    shown = [note for note in notes if note.sentence is None or note.sentence in used]
    shown += [n for n in notes if n not in shown and n.code is NoteCode.REPLACED]
    return shown, len(notes) - len(shown)


def all_notes(notes: Iterable[Note], translations: Iterable[Translation]) -> list[Note]:
    """Every note once, those of the whole first, then by sentence."""
    found = dict.fromkeys((*notes, *(note for t in translations for note in t.notes)))
    return sorted(found, key=lambda note: -1 if note.sentence is None else note.sentence)


def note_line(note: Note) -> str:
    """ "sentence 3: «Тихомиров» is not in the English"."""
    return note.text if note.sentence is None else f"sentence {note.sentence}: {note.text}"


def statuses_of(translations: Iterable[Translation]) -> dict[int, Status]:
    """The worst that became of any mention of each entity; nothing was translated: none."""
    found: dict[int, set[Status]] = {}
    for translation in translations:
        for match in translation.matches:
            found.setdefault(match.entity, set()).add(match.status)
    return {
        entity: next(status for status in _WORST_FIRST if status in seen)
        for entity, seen in found.items()
    }


def marks_of(translation: Translation) -> list[Mark]:
    """The places that the check found in a translation, in order, overlapping ones left out."""
    marks: list[Mark] = []
    for match in sorted(translation.matches, key=lambda m: (m.span or Span(0, 0), m.entity)):
        if match.span is not None and (not marks or marks[-1].span.stop <= match.span.start):
            marks.append(Mark(match.span, match.entity, match.status))
    return marks


def marks_in_brief(sentence: BriefSentence, brief: Brief) -> list[Mark]:
    """The entities in a brief sentence: where the check found them, or found again if rewritten."""
    for each in brief.translations:
        start = sentence.text.find(each.text) if (each.sentence.index,) == sentence.sources else -1
        if each.text and start >= 0:  # quoted, perhaps behind the article's date
            return [replace(m, span=_shifted(m.span, start)) for m in marks_of(each)]
    marks: list[Mark] = []
    for mark in (*_named(sentence, brief), *_valued(sentence, brief)):
        if not any(overlaps(mark.span, other.span) for other in marks):
            marks.append(mark)
    return sorted(marks, key=lambda mark: mark.span)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def _named(sentence: BriefSentence, brief: Brief) -> Iterator[Mark]:
    """Names by their forms, longest first: "Kazan Helicopter Plant" before "Kazan"."""
    forms = {
        (form, number)
        for number in _mentioned(sentence, brief)
        for form in _forms(brief.entities[number])
        if brief.entities[number].kind.is_name
    }
    for form, number in sorted(forms, key=lambda pair: (-len(pair[0]), pair)):
        for span in find_forms(form, sentence.text):
            yield Mark(span, number)


def _valued(sentence: BriefSentence, brief: Brief) -> Iterator[Mark]:
    """Numbers and dates by what they say, however they are written."""
    for found in find_english(sentence.text):
        for number in _mentioned(sentence, brief):
            value = brief.entities[number].value
            if value is not None and type(value) is type(found.value) and same(found.value, value):
                yield Mark(Span(found.start, found.stop), number)
                break


def _mentioned(sentence: BriefSentence, brief: Brief) -> list[int]:
    return [
        number
        for number, entity in enumerate(brief.entities)
        if any(mention.sentence in sentence.sources for mention in entity.mentions)
    ]


def _forms(entity: Entity) -> set[str]:
    spoken = (mention.english for mention in entity.mentions)
    return set(filter(None, (entity.english, *entity.accepted, *spoken)))


def title_of(translated: TranslatedArticle) -> str:
    return next((t.text for t in translated.translations if t.sentence.is_title), "")


def origin_line(article: Article) -> str:
    """ "December 29, 2014 · article.txt": date and source, as far as they are known."""
    day = article.date
    english = english_form(Moment(day.year, day.month, day.day)) if day else ""
    return " · ".join(filter(None, (english, article.source)))


def rows_of(ledger: Ledger, translations: Sequence[Translation]) -> list[tuple[str, ...]]:
    """A table: kind, Russian, English, origin, count, and the status if there is one."""
    statuses = statuses_of(translations)
    rows: list[tuple[str, ...]] = []
    for number, entity in enumerate(ledger.entities):
        row = (
            entity.kind.value,
            entity.name,
            entity.english or "–",
            entity.origin.value,
            str(len(entity.mentions)),
        )
        status = statuses.get(number)
        rows.append((*row, status.value if status else "–") if translations else row)
    return rows


def headings(translations: Sequence[Translation]) -> tuple[str, ...]:
    shared = ("Kind", "Russian", "English", "Origin", "Count")
    return (*shared, "Status") if translations else shared
