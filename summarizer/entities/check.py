"""Is every name, number and date of a Russian sentence in its English?

Names are looked up by their accepted forms, everything else is compared by value. The check reads
English as a person would: human translators would fail a literal comparison in about 1 % of
sentences (peers.md §2), so rephrasing that keeps the meaning is accepted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from summarizer.entities.forms import first_of, fold
from summarizer.entities.values import Found, compare, find_english
from summarizer.types import Entity, Kind, Ledger, Match, Mention, Origin, Sentence, Span, Status

Row = tuple[int, Mention]


class Checker:
    """Checks the English of one article's sentences against its ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._rows: dict[int, list[Row]] = defaultdict(list)
        for index, entity in enumerate(ledger.entities):
            for mention in entity.mentions:
                self._rows[mention.sentence].append((index, mention))
        for rows in self._rows.values():
            rows.sort(key=lambda row: row[1].start)

    def rows(self, sentence: Sentence) -> Sequence[Row]:
        """The sentence's mentions with the index of their entity, in the order of the text."""
        return self._rows.get(sentence.index, ())

    def check(self, sentence: Sentence, target: str) -> tuple[Match, ...]:
        """Say of each mention of the sentence what became of it, in the order of the text."""
        rows = self.rows(sentence)
        names = self._check_names([row for row in rows if self._kind(row).is_name], target)
        spans = [match.span for match in names if match.span]
        values = [row for row in rows if not self._kind(row).is_name]
        matches = [*names, *self._check_values(values, _mask(target, spans))]
        return tuple(sorted(matches, key=lambda match: match.mention.start))

    def extra_values(self, sentence: Sentence, target: str) -> tuple[Found, ...]:
        """English numbers and dates that nothing in the Russian sentence supports."""
        rows = self.rows(sentence)
        names = self._check_names([row for row in rows if self._kind(row).is_name], target)
        masked = _mask(target, [match.span for match in names if match.span])
        values = [row for row in rows if not self._kind(row).is_name]
        return compare(self._found(values), find_english(masked)).extra

    def _kind(self, row: Row) -> Kind:
        return self.ledger.entities[row[0]].kind

    def _check_names(self, rows: Sequence[Row], target: str) -> list[Match]:
        """Longest names first: "Kazan Helicopter Plant" must not leave its "Kazan" to the city."""
        taken: dict[int, list[Span]] = defaultdict(list)
        order = sorted(rows, key=lambda row: -len(row[1].text))
        matches = [self._check_name(row, target, taken) for row in order]
        return sorted(matches, key=lambda match: match.mention.start)

    def _check_name(self, row: Row, target: str, taken: dict[int, list[Span]]) -> Match:
        index, mention = row
        entity = self.ledger.entities[index]
        if entity.origin is Origin.UNKNOWN:
            return Match(index, mention, Status.UNCHECKED)
        others = [span for key, spans in taken.items() if key != index for span in spans]
        span = first_of(forms_of(entity, mention), target, others)
        if span is None:
            return Match(index, mention, Status.MISSING)
        taken[index].append(span)
        return Match(index, mention, Status.KEPT, span)

    def _check_values(self, rows: Sequence[Row], masked: str) -> list[Match]:
        if not rows:
            return []
        result = compare(self._found(rows), find_english(masked))
        return [
            Match(index, mention, status, span)
            for (index, mention), status, span in zip(
                rows, result.statuses, result.spans, strict=True
            )
        ]

    def _found(self, rows: Iterable[Row]) -> list[Found]:
        """The ledger's values of a sentence, as the comparison reads them."""
        found = []
        for index, mention in rows:
            entity = self.ledger.entities[index]
            if entity.value is not None:
                found.append(Found(mention.start, mention.stop, entity.kind, entity.value))
        return found


def forms_of(entity: Entity, mention: Mention) -> tuple[str, ...]:
    """Every form that counts as this mention kept, the most specific first, each once."""
    forms = (mention.english, entity.english, *entity.accepted)
    return tuple(dict.fromkeys(form for form in sorted(forms, key=len, reverse=True) if form))


def is_covered(form: str, text: str) -> bool:
    """True when every word of a form stands somewhere in the text, accents and case aside."""
    folded = fold(text)
    return all(word in folded for word in fold(form).split())


def _mask(text: str, spans: Iterable[Span]) -> str:
    """Hide names, so that the 17 of "Mi-17V5" is not read as a number."""
    chars = list(text)
    for start, stop in spans:
        chars[start:stop] = "_" * (stop - start)
    return "".join(chars)
