"""Briefs written anew by a model, sentence by sentence through the gate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.brief.coherence import companions
from summarizer.brief.english import written_sentences
from summarizer.brief.extractive import quote
from summarizer.brief.gate import unsupported
from summarizer.brief.grounding import ground
from summarizer.brief.offices import false_office
from summarizer.brief.openers import leans_back, reports_the_one_before
from summarizer.brief.select import Budget, choose
from summarizer.options import Options
from summarizer.translate.protocol import BriefRequest
from summarizer.types import (
    BriefSentence,
    Kind,
    Note,
    NoteCode,
    TranslatedArticle,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence as the model wrote it, and why it does not stand ("" if it does)."""

    text: str
    sources: tuple[int, ...]  # positions in the article's translations
    fault: str


def material(translated: TranslatedArticle, options: Options) -> tuple[int, ...]:
    """The positions that the model gets to read: a few more than a brief of quotations has.

    Twice the words, so that there is something to condense; less lets a small model copy, and
    the whole article lets it wander.
    """
    return choose(translated, budget(options))


def budget(options: Options) -> Budget:
    """How much the model gets to read."""
    return Budget(options.sentences + 2, 2 * options.words)


def request(
    translated: TranslatedArticle, positions: Sequence[int], options: Options
) -> BriefRequest:
    """Ask for a brief of the sentences at these positions."""
    chosen = [translated.translations[position] for position in positions]
    indices = {translation.sentence.index for translation in chosen}
    names = (
        entity.english
        for entity in translated.ledger.entities
        if entity.kind.is_name and any(m.sentence in indices for m in entity.mentions)
    )
    return BriefRequest(
        title=next((t.text for t in translated.translations if t.sentence.is_title), ""),
        sentences=tuple(translation.text for translation in chosen),
        names=tuple(dict.fromkeys(filter(None, names))),
        max_sentences=options.sentences,
        max_words=options.words,
    )


def examine(answer: str, translated: TranslatedArticle, positions: Sequence[int]) -> list[Draft]:
    """Split a model's answer, find what each sentence rests on, and judge it."""
    statements = _statements(translated, positions)
    english = ["\n".join(translated.translations[i].text for i in each) for each in statements]
    persons = [entity for entity in translated.ledger.entities if entity.kind is Kind.PER]
    people = [form for each in persons for form in (each.english, *each.accepted) if form]
    drafts: list[Draft] = []
    for text in written_sentences(answer):
        grounds = ground(text, english, people)
        sources = tuple(sorted({i for number in grounds.sources for i in statements[number]}))
        fault = next(_faults(text, sources, translated, people), "") or grounds.fault
        if not fault and leans_back("", text) and not _follows(sources, drafts, translated):
            fault = "opens with a word that may point at another sentence than in the article"
        drafts.append(Draft(text, sources, fault))
    return drafts


def _statements(translated: TranslatedArticle, positions: Sequence[int]) -> list[tuple[int, ...]]:
    """What a written sentence may rest on: the title, each sentence that the model has read, and
    «Завод откроют.» «Об этом заявил министр.» together, which make one statement."""
    translations = translated.translations
    titles = [i for i, each in enumerate(translations) if each.sentence.is_title]
    singles = [(i,) for i in dict.fromkeys((*titles, *positions))]
    reports = [
        (i - 1, i)
        for i in positions
        if i - 1 in positions and reports_the_one_before(translations[i].sentence.text)
    ]
    return [*singles, *reports]


def _faults(
    text: str, sources: Sequence[int], translated: TranslatedArticle, people: Sequence[str]
) -> Iterator[str]:
    """What a sentence names that its sources do not, or do not name so."""
    support = [translated.translations[position] for position in sources]
    strange = unsupported(text, support, translated.ledger)
    if strange:
        yield f"has {', '.join(f'“{each}”' for each in strange)}, which its sources have not"
    office = false_office(text, [source.text for source in support], people)
    if office:
        yield f"says “{office}”, and its sources do not"


def _follows(
    sources: Sequence[int], drafts: Sequence[Draft], translated: TranslatedArticle
) -> bool:
    """True if a sentence leans on the one before it as its source does on the one before that."""
    if len(sources) != 1 or not drafts or drafts[-1].fault:
        return False
    own = translated.translations[sources[0]]
    return sources[0] - 1 in drafts[-1].sources and leans_back(own.sentence.text, own.text)


def mend(
    drafts: Sequence[Draft], translated: TranslatedArticle
) -> tuple[tuple[BriefSentence, ...], tuple[Note, ...]]:
    """Put the translated source sentence where a written one does not stand, and say so.

    One whose source already stands in the brief, or would lean on a sentence that does not, is
    left out instead.
    """
    sentences: list[BriefSentence] = []
    notes: list[Note] = []
    needs = companions(translated.translations)
    told = {position for draft in drafts if not draft.fault for position in draft.sources}
    for draft in drafts:
        if not draft.fault:
            sentences.append(BriefSentence(draft.text, _indices(translated, draft.sources)))
            continue
        stands_in = [p for p in draft.sources if p not in told and needs[p] <= told | {p}][:1]
        told.update(stands_in)
        sentences += quote(translated, stands_in)
        notes.append(_note(draft, translated, replaced=bool(stands_in)))
    return tuple(sentences), tuple(notes)


def _indices(translated: TranslatedArticle, positions: Sequence[int]) -> tuple[int, ...]:
    return tuple(translated.translations[position].sentence.index for position in positions)


def _note(draft: Draft, translated: TranslatedArticle, *, replaced: bool) -> Note:
    outcome = "the translated sentence stands instead" if replaced else "left out"
    indices = _indices(translated, draft.sources)
    return Note(
        NoteCode.REPLACED,
        f"the written sentence “{draft.text}” {draft.fault}: {outcome}",
        indices[0] if indices else None,
    )
