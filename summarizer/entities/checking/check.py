"""Is every name, number and date of a Russian sentence in its English?

Names are looked up by their accepted forms, everything else is compared by value. The check reads
English as a person would: human translators would fail a literal comparison in about 1 % of
sentences (peers.md §2), so rephrasing that keeps the meaning is accepted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.entities.english_text.forms import first_of, spaced_otherwise
from summarizer.entities.english_text.generations import lacks_suffix
from summarizer.entities.english_text.inflected import inflected
from summarizer.entities.english_text.nearest import forms_of, nearest, spelt_adjective
from summarizer.entities.english_text.reordered import reordered
from summarizer.entities.known import bodies
from summarizer.entities.values import Found, compare, find_english
from summarizer.types import Entity, Kind, Ledger, Match, Mention, Origin, Sentence, Span, Status

Row = tuple[int, Mention]
Examined = tuple[tuple[Match, ...], tuple[Found, ...]]
# The numbers inside a name support those of the English: «Катар-2022», "the 2022 World Cup".
DIGITS = re.compile(r"\d+")
# How else a form of a kind may stand in the English, where it is not there to the letter.
_OTHERWISE = {
    Kind.TERM: inflected,
    Kind.LATIN: spaced_otherwise,
    Kind.LOC: spaced_otherwise,
    Kind.ORG: reordered,
}


class Checker:
    """Checks the English of one article's sentences against its ledger.

    `hinted`: the engine was told how to spell the names, so another spelling is a mistake of its.
    """

    def __init__(self, ledger: Ledger, *, hinted: bool = False) -> None:
        self.ledger = ledger
        self.hinted = hinted
        self._rows: dict[int, list[Row]] = defaultdict(list)
        self._names: dict[int, list[Row]] = defaultdict(list)  # those of names, terms and the like
        self._values: dict[int, list[Row]] = defaultdict(list)  # the others
        self._examined: dict[tuple[int, str], Examined] = {}
        for index, entity in enumerate(ledger.entities):
            sort = self._names if entity.kind.is_name else self._values
            for mention in entity.mentions:
                self._rows[mention.sentence].append((index, mention))
                sort[mention.sentence].append((index, mention))
        for by_sentence in (self._rows, self._names, self._values):
            for rows in by_sentence.values():
                rows.sort(key=_start)

    def rows(self, sentence: Sentence) -> Sequence[Row]:
        """The sentence's mentions with the index of their entity, in the order of the text."""
        return self._rows.get(sentence.index, ())

    def is_free(self, entity: Entity) -> bool:
        """True where the engine's spelling may be better than ours: ours is letter by letter, and
        the engine was not told it. A small model that is not told hears worse than we do: Max
        Verstappen became Max Fertig, and Khaled al-Mishri became Haidar."""
        return entity.origin.is_spelt and not self.hinted

    def check(self, sentence: Sentence, target: str) -> tuple[Match, ...]:
        """Say of each mention of the sentence what became of it, in the order of the text."""
        return self.examine(sentence, target)[0]

    def examine(self, sentence: Sentence, target: str) -> Examined:
        """The check, and the English numbers and dates that nothing in the Russian supports.

        Kept: settling, assessing and repairing ask the same of a sentence that nothing is wrong
        with five times over.
        """
        key = sentence.index, target
        if key not in self._examined:
            self._examined[key] = self._examine(sentence, target)
        return self._examined[key]

    def _examine(self, sentence: Sentence, target: str) -> Examined:
        of_names = self._names.get(sentence.index, ())
        values = self._values.get(sentence.index, ())
        names = self._check_names(of_names, target)
        masked = _mask(target, [match.span for match in names if match.span])
        result = compare(self._found(values), _english_values(masked))
        found = zip(values, result.statuses, result.spans, strict=True)
        matches = [*names, *(Match(*row, status, span) for row, status, span in found)]
        said = {digits for _, mention in of_names for digits in DIGITS.findall(mention.text)}
        extra = (found for found in result.extra if masked[found.start : found.stop] not in said)
        return tuple(sorted(matches, key=lambda match: match.mention.start)), tuple(extra)

    def _check_names(self, rows: Sequence[Row], target: str) -> list[Match]:
        """Longest names first: "Kazan Helicopter Plant" must not leave its "Kazan" to the city.

        What is not there to the letter is looked for by its sound, among the names still unclaimed.
        """
        taken: dict[int, list[Span]] = defaultdict(list)
        order = sorted(rows, key=lambda row: -len(row[1].text))
        matches = [self._check_name(row, target, taken) for row in order]
        if any(match.status is Status.MISSING for match in matches):
            matches = [self._inside(match, matches, target) for match in matches]
            matches = [self._listen(match, target, taken) for match in matches]
        return sorted(matches, key=lambda match: match.mention.start)

    def _inside(self, match: Match, matches: Sequence[Match], target: str) -> Match:
        """A place beside a body may be said with it: «Центральный банк России» is the Central Bank
        of Russia, «Российского Совета безопасности» the Russian Security Council, even where the
        ledger has the body and Russia as two rows. It may also be understood."""
        if match.status is not Status.MISSING:
            return match
        entity = self.ledger.entities[match.entity]
        for other in matches:
            body = self.ledger.entities[other.entity]
            if other.span is None or not _is_beside(match.mention, other.mention, body.kind):
                continue
            inner = target[other.span.start : other.span.stop]
            is_said = first_of(forms_of(entity, match.mention), inner) is not None
            if is_said or _is_understood(match.mention, body):
                return Match(match.entity, match.mention, Status.KEPT, other.span)
        return match

    def _listen(self, match: Match, target: str, taken: dict[int, list[Span]]) -> Match:
        """A spelling of one's own is kept where ours is a guess, and changed where it is known."""
        entity = self.ledger.entities[match.entity]
        if match.status is not Status.MISSING or entity.kind is Kind.TERM:
            return match
        claimed = [span for spans in taken.values() for span in spans]
        if entity.kind is Kind.LOC and (span := spelt_adjective(match.mention, target, claimed)):
            return Match(match.entity, match.mention, Status.KEPT, span)
        found = nearest(entity, match.mention, target, claimed)
        if found is None:
            return match
        taken[match.entity].append(found.span)
        text = target[found.span.start : found.span.stop]
        is_ours = found.is_same_sound or (self.is_free(entity) and not lacks_suffix(entity, text))
        status = Status.KEPT if is_ours else Status.CHANGED
        return Match(match.entity, match.mention, status, found.span)

    def _check_name(self, row: Row, target: str, taken: dict[int, list[Span]]) -> Match:
        index, mention = row
        entity = self.ledger.entities[index]
        if entity.origin is Origin.UNKNOWN:
            return Match(index, mention, Status.UNCHECKED)
        others = [span for key, spans in taken.items() if key != index for span in spans]
        forms = forms_of(entity, mention)
        span = first_of(forms, target, others)
        if span is None and entity.kind in _OTHERWISE:
            span = _OTHERWISE[entity.kind](forms, target, others)
        if span is None:
            return Match(index, mention, Status.MISSING)
        taken[index].append(span)
        return Match(index, mention, Status.KEPT, span)

    def _found(self, rows: Iterable[Row]) -> list[Found]:
        """The ledger's values of a sentence, as the comparison reads them."""
        found = []
        for index, mention in rows:
            entity = self.ledger.entities[index]
            if entity.value is not None:
                found.append(Found(mention.start, mention.stop, entity.kind, entity.value))
        return found


def _start(row: Row) -> int:
    return row[1].start


def _is_beside(one: Mention, other: Mention, kind: Kind) -> bool:
    """«Давид Лиснар (David Lisnard)» has a bracket between."""
    farthest = 2 if kind is Kind.LATIN else 1
    return one.start - other.stop in (1, 2) or 1 <= other.start - one.stop <= farthest


def _is_understood(place: Mention, body: Entity) -> bool:
    """«Госдума» and «Госдума РФ» are one row of the table: the State Duma is Russia's own."""
    if body.kind is not Kind.ORG or body.origin is not Origin.GAZETTEER:
        return False
    whole = bodies.find(f"{body.name} {place.text}")
    return whole is not None and whole.english == body.english


@lru_cache(maxsize=256)
def _english_values(masked: str) -> tuple[Found, ...]:
    return tuple(find_english(masked))


def _mask(text: str, spans: Iterable[Span]) -> str:
    """Hide names, so that the 17 of "Mi-17V5" is not read as a number."""
    for start, stop in spans:
        text = f"{text[:start]}{'_' * (stop - start)}{text[stop:]}"
    return text
