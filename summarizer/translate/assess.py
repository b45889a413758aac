"""One judgement of one candidate translation: what is lost, changed, invented or suspicious."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.entities.check import Checker
from summarizer.entities.invented import invented_names
from summarizer.translate.guard import suspicions
from summarizer.translate.roles import mixed_roles
from summarizer.types import (
    Hypothesis,
    Kind,
    Match,
    Note,
    NoteCode,
    Sentence,
    Span,
    Status,
)

# What a reader is harmed by most weighs most: a wrong number is believed, a missing one is missed.
WEIGHTS = {Status.CHANGED: 4, Status.MISSING: 3}
SUSPICION, INVENTION = 5, 4


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
    matches, names = _reworded(checker, matches, names)
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
    checker: Checker, matches: Sequence[Match], names: Sequence[Span]
) -> tuple[tuple[Match, ...], tuple[Span, ...]]:
    """Pair a lost body with a new name: «ВФЛА» is VFLA to us and ARAF to whoever knows it.

    Which is right cannot be told from here, so the body counts as unchecked. People and places are
    never paired: one for another is the error that must be found.
    """
    left, out = list(names), []
    for match in matches:
        entity = checker.ledger.entities[match.entity]
        is_guess = entity.kind is Kind.ORG and checker.is_free(entity)
        if match.status is Status.MISSING and is_guess and left:
            match = Match(match.entity, match.mention, Status.UNCHECKED, left.pop(0))
        out.append(match)
    return tuple(out), tuple(left)


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
