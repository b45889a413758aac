"""Put the right name or number where the translation has a wrong one, when the place is certain.

A repair replaces a span that the English already has and that belongs to no other mention: nothing
is inserted and nothing is dropped, so the sentence stays a sentence. What has no such span is left
for the reader to be told (peers.md §4c: blind substitution lowers quality).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.entities.checking.check import Checker
from summarizer.entities.english_text.forms import fold, overlaps
from summarizer.entities.english_text.generations import last_name
from summarizer.entities.english_text.nearest import NEAR, nearest
from summarizer.entities.letters.sound import similarity, sounds_like
from summarizer.entities.values import english_form
from summarizer.types import Entity, Kind, Match, Sentence, Span, Status

# "Minin" for Minnikhanov scores 0.71. Two people of the sample article never scored above 0.6 (36
# pairs of surnames); and the place must be unclaimed, so that somebody's name must stand there.
BROKEN = 0.68
# "Dominika" beside Dominic scores 0.86, Jeremy beside Geoffrey 0.62
NEAR_GIVEN = 0.75
NEAR_VARIANT = 0.5  # between accepted spellings: Hant and Hunt 0.75, but not Pope and Francis
GIVEN = re.compile(r"\b([A-Z][\w’'-]+) $")
ADJECTIVE = re.compile(r"(?:[ae]n|ine|ese|ish|ic|ois)$")
ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Write `text` over `span`; `old` is what stood there."""

    span: Span
    old: str
    text: str
    match: Match


@dataclass(frozen=True, slots=True)
class Repaired:
    text: str
    matches: tuple[Match, ...]
    edits: tuple[Edit, ...]


def repair(checker: Checker, sentence: Sentence, target: str) -> Repaired:
    """Spell every person as the ledger does, then mend what is missing or changed.

    An edit that does not make its mention kept, or that loses another one, is taken back.
    """
    target, edits = _unify(checker, sentence, target)
    while (edit := _next_edit(checker, sentence, target, edits)) is not None:
        candidate = _apply(target, edit)
        if _flags(checker.check(sentence, candidate)) < _flags(checker.check(sentence, target)):
            target = candidate
            edits.append(edit)
        else:
            break
    matches = checker.check(sentence, target)
    return Repaired(target, _mark(matches, edits), tuple(edits))


def _unify(checker: Checker, sentence: Sentence, target: str) -> tuple[str, list[Edit]]:
    """Give one person or place one spelling: "Sergey" becomes "Sergei" where the ledger says
    Sergei, and "Kiev" Kyiv."""
    edits: list[Edit] = []
    for match in sorted(checker.check(sentence, target), key=_start, reverse=True):
        entity = checker.ledger.entities[match.entity]
        if match.span is None or entity.kind not in (Kind.PER, Kind.LOC):
            continue
        is_person = entity.kind is Kind.PER
        span = _with_given_name(match, match.span, target) if is_person else match.span
        old = target[span.start : span.stop]
        new = match.mention.english if span != match.span else _canonical(old, entity)
        if fold(new) != fold(old) and not any(overlaps(span, edit.span) for edit in edits):
            edits.append(Edit(span, old, new, match))
            target = _apply(target, edits[-1])
    return target, edits


def _with_given_name(match: Match, span: Span, target: str) -> Span:
    """Take in a given name before the surname that is nearly the right one: "Dominika Raab" for
    «Доминика Рааба», the accusative of Dominic. The surname alone would pass the check."""
    given, *rest = match.mention.english.split()[:-1] or [""]
    if rest or not given or " " in target[span.start : span.stop]:
        return span
    before = GIVEN.search(target[: span.start])
    if before is None:
        return span
    is_near = similarity(before[1], given) >= NEAR_GIVEN and not sounds_like(before[1], given)
    return Span(before.start(1), span.stop) if is_near else span


def _start(match: Match) -> int:
    return match.span.start if match.span else -1


def _canonical(found: str, entity: Entity) -> str:
    """The ledger's spelling of the same words, the words themselves where there is none.

    "Hant", another spelling that «Хант» might have had, is Hunt where the ledger says Hunt.
    """
    if entity.kind is Kind.LOC:
        return entity.english if _is_variant(found, entity) else found
    names = entity.english.split()
    return " ".join(_spelt(word, names, entity.accepted) for word in found.split())


def _is_variant(found: str, place: Entity) -> bool:
    """Kiev is a spelling of Kyiv; Iraqi, which sounds like Iraq too, is an adjective, and ends
    otherwise."""
    own = place.english
    return (
        found in place.accepted
        and " " not in f"{found}{own}"
        and (found[0], found[-1]) == (own[0], own[-1])
        and abs(len(found) - len(own)) <= 1
        and not ADJECTIVE.search(found)
        and similarity(found, own) >= NEAR_VARIANT
    )


def _spelt(word: str, names: Sequence[str], accepted: Sequence[str]) -> str:
    alike = next((name for name in names if sounds_like(name, word)), None)
    if alike is not None or word not in accepted:
        return alike or word
    best = max(names, key=lambda name: similarity(name, word))
    return best if similarity(best, word) >= NEAR_VARIANT else word


def _next_edit(
    checker: Checker, sentence: Sentence, target: str, done: Sequence[Edit]
) -> Edit | None:
    matches = checker.check(sentence, target)
    tried = {edit.match.mention for edit in done}
    for match in matches:
        if not match.status.is_flagged or match.mention in tried:
            continue
        entity = checker.ledger.entities[match.entity]
        place = _name_place if entity.kind.is_name else _value_place
        edit = place(checker, sentence, target, match, matches)
        if edit is not None:
            return edit
    return None


def _name_place(
    checker: Checker, sentence: Sentence, target: str, match: Match, matches: Iterable[Match]
) -> Edit | None:
    """Where a known name stands misspelt, or a person's name with the end of another."""
    entity = checker.ledger.entities[match.entity]
    if entity.kind is Kind.TERM:
        return None  # what stands in its place is no name, and could be anywhere
    if match.span is not None:
        span = match.span
    else:
        claimed = [other.span for other in matches if other.span is not None]
        bound = BROKEN if entity.kind is Kind.PER else NEAR
        near = nearest(entity, match.mention, target, claimed, bound=bound)
        if near is None:
            return None
        span = near.span
    return Edit(span, target[span.start : span.stop], _form(entity, match, target, span), match)


def _form(entity: Entity, match: Match, target: str, span: Span) -> str:
    """As many words of the name as stood there: a surname stays a surname."""
    full = match.mention.english or entity.english
    words = target[span.start : span.stop].split()
    if entity.kind is Kind.PER and len(words) == 1 and len(full.split()) > 1:
        return last_name(full)
    return full


def _value_place(
    checker: Checker, sentence: Sentence, target: str, match: Match, matches: Iterable[Match]
) -> Edit | None:
    """The one wrong value of the same kind: where two could be meant, none is touched."""
    entity = checker.ledger.entities[match.entity]
    wrong = [
        other
        for other in matches
        if other.status.is_flagged and _kind(checker, other) is entity.kind
    ]
    unsupported = checker.examine(sentence, target)[1]
    extra = [found for found in unsupported if found.kind is entity.kind]
    if entity.value is None or len(wrong) != 1 or len(extra) != 1:
        return None
    span = Span(extra[0].start, extra[0].stop)
    text = english_form(entity.value)
    return Edit(span, target[span.start : span.stop], text, match)


def _kind(checker: Checker, match: Match) -> Kind:
    return checker.ledger.entities[match.entity].kind


def _apply(target: str, edit: Edit) -> str:
    """Replace the span and let "a" or "an" before it follow the new word."""
    before, after = target[: edit.span.start], target[edit.span.stop :]
    article = ARTICLE.search(before)
    if article:
        right = "an" if edit.text[:1].lower() in "aeiou" else "a"
        right = right.capitalize() if article.group(1)[0].isupper() else right
        before = before[: article.start(1)] + right + " "
    if edit.text.endswith(".") and after.startswith("."):
        after = after[1:]  # "said Donald Trump Jr."
    return before + edit.text + after


def _flags(matches: Iterable[Match]) -> int:
    return sum(match.status.is_flagged for match in matches)


def _mark(matches: Iterable[Match], edits: Iterable[Edit]) -> tuple[Match, ...]:
    mended = {edit.match.mention for edit in edits}
    return tuple(
        Match(match.entity, match.mention, Status.REPAIRED, match.span)
        if match.mention in mended and match.status is Status.KEPT
        else match
        for match in matches
    )
