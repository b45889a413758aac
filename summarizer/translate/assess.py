"""One judgement of one candidate translation: what is lost, changed, invented or suspicious."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.invented import ACRONYM, invented_names
from summarizer.entities.english_text.forms import overlaps
from summarizer.entities.english_text.proper import proper_names
from summarizer.entities.naming.composition import is_descriptive
from summarizer.entities.russian.organisations import is_acronym, quoted
from summarizer.translate.guards.roles import mixed_roles
from summarizer.translate.guards.suspicions import suspicions
from summarizer.types import (
    Hypothesis,
    Kind,
    Match,
    Note,
    NoteCode,
    Origin,
    Sentence,
    Span,
    Status,
)

# What a reader is harmed by most weighs most: a wrong number is believed, a missing one is missed.
WEIGHTS = {Status.CHANGED: 4, Status.MISSING: 3}
SUSPICION, INVENTION = 5, 4
GUESSES = (Origin.ROMANISED, Origin.GUESSED, Origin.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Assessment:
    hypothesis: Hypothesis
    matches: tuple[Match, ...]
    reasons: tuple[str, ...]  # why the text as a whole is not to be trusted
    invented: tuple[str, ...]  # names and values that the Russian has not

    @property
    def cost(self) -> int:
        """0 for a translation with nothing to say against it."""
        lost = sum(WEIGHTS.get(match.status, 0) for match in self.matches)
        return lost + SUSPICION * len(self.reasons) + INVENTION * len(self.invented)


def assess(checker: Checker, sentence: Sentence, hypothesis: Hypothesis) -> Assessment:
    target = hypothesis.text
    matches, values = checker.examine(sentence, target)
    names = invented_names(checker, sentence, target, matches)
    matches, names = _reworded(checker, target, matches, names)
    reasons = suspicions(sentence.text, target, hypothesis.score)
    return Assessment(
        hypothesis,
        matches,
        (*reasons, *mixed_roles(checker, sentence, target, matches)),
        tuple(
            target[start:stop]
            for start, stop in (*names, *((found.start, found.stop) for found in values))
        ),
    )


def _reworded(
    checker: Checker, target: str, matches: Sequence[Match], names: Sequence[Span]
) -> tuple[tuple[Match, ...], tuple[Span, ...]]:
    """Pair a body that is lost, or has no English to look for, with a new name: «ВФЛА» is VFLA to
    us and ARAF to whoever knows it, a long description often an acronym.

    Which is right cannot be told from here, so the body counts as unchecked. People and places are
    never paired: one for another is the error that must be found.
    """
    if not any(_may_be_reworded(checker, match) for match in matches):
        return tuple(matches), tuple(names)  # as of most sentences, before names are looked for
    left = list(names)
    out: list[Match] = []
    acronyms = _acronyms(target, matches)
    for match in matches:
        entity = checker.ledger.entities[match.entity]
        if _may_be_reworded(checker, match):
            is_lost = match.status is Status.MISSING and checker.is_free(entity)
            if is_lost and is_acronym(match.mention.text):
                span = next(iter((*acronyms, *left)), None)
            elif is_lost:
                span = next(iter(left), None) or _translated(match, target, out, matches)
            else:
                span = next((span for span in left if span in acronyms), None)
            if span is not None:
                match = Match(match.entity, match.mention, Status.UNCHECKED, span)
                word = target[span.start : span.stop]
                left = [other for other in left if target[other.start : other.stop] != word]
                acronyms = [other for other in acronyms if other != span]
        out.append(match)
    return tuple(out), tuple(left)


def _may_be_reworded(checker: Checker, match: Match) -> bool:
    entity = checker.ledger.entities[match.entity]
    return match.span is None and entity.kind is Kind.ORG and entity.origin in GUESSES


def _translated(
    match: Match, target: str, done: Sequence[Match], matches: Sequence[Match]
) -> Span | None:
    """The name that may stand for one in quotes made of ordinary words: «НПФ «Будущее»» is NPF
    Future to whoever translates it, and Budushcheye to whoever does not."""
    inner = quoted(match.mention.text)
    if not inner or not is_descriptive(inner):
        return None
    taken = [other.span for other in (*done, *matches) if other.span is not None]
    free = (span for span in proper_names(target) if not any(overlaps(span, t) for t in taken))
    return next(free, None)


def _acronyms(target: str, matches: Sequence[Match]) -> list[Span]:
    """Names in the English, of no mention, that have an acronym in them: EPA, the IAAF Congress."""
    taken = [match.span for match in matches if match.span is not None]
    return [
        span
        for span in proper_names(target)
        if ACRONYM.search(target[span.start : span.stop])
        and not any(overlaps(span, other) for other in taken)
    ]


def best(
    checker: Checker, sentence: Sentence, hypotheses: Sequence[Hypothesis]
) -> tuple[Assessment, tuple[Hypothesis, ...]]:
    """Choose the candidate with the least cost, the engine's order deciding ties; give the rest."""
    assessed = [assess(checker, sentence, hypothesis) for hypothesis in hypotheses]
    chosen = min(assessed, key=lambda item: item.cost)
    rest = tuple(item.hypothesis for item in assessed if item is not chosen)
    return chosen, rest


def notes_of(checker: Checker, sentence: Sentence, assessment: Assessment) -> tuple[Note, ...]:
    """Say in words what is wrong with a translation, for the person who reads it."""
    notes = [
        Note(NoteCode.UNRELIABLE, f"translation not reliable: {reason}", sentence.index)
        for reason in assessment.reasons
    ]
    notes += [
        Note(NoteCode.INVENTED, f"“{name}” is not in the Russian sentence", sentence.index)
        for name in assessment.invented
    ]
    for match in assessment.matches:
        if match.status.is_flagged:
            notes.append(_lost(checker, sentence, match))
    return tuple(notes)


def _lost(checker: Checker, sentence: Sentence, match: Match) -> Note:
    entity = checker.ledger.entities[match.entity]
    english = match.mention.english or entity.english
    form = f" ({english})" if english and english != match.mention.text else ""
    if match.status is Status.CHANGED:
        text = f"«{match.mention.text}»{form} came out differently in the English"
        return Note(NoteCode.CHANGED, text, sentence.index)
    return Note(
        NoteCode.MISSING, f"«{match.mention.text}»{form} is not in the English", sentence.index
    )
