"""Choosing the sentences of an article that make its brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.brief.coherence import companions
from summarizer.brief.openers import leans_back, points_back
from summarizer.brief.salience import (
    Weights,
    entities_by_sentence,
    is_awkward,
    is_scrap,
    is_unreliable,
    score,
    worth_of,
)
from summarizer.brief.vectors import cosine
from summarizer.brief.words import count_words
from summarizer.types import Kind, TranslatedArticle

_OPENINGS = 3  # a news story has told who did what by its third sentence
_WHO_OR_WHERE = frozenset((Kind.PER, Kind.ORG, Kind.LOC))


@dataclass(frozen=True, slots=True)
class Budget:
    sentences: int
    words: int  # of English


def choose(
    translated: TranslatedArticle, budget: Budget, weights: Weights | None = None
) -> tuple[int, ...]:
    """Pick positions in `translated.translations`, in article order, among those with an English
    text; none only if there are none.

    The first pick opens the brief: a leading sentence that leans on nothing, or the title if only
    that says who or where. It stands whole even where it alone is over the budget. Others are
    added, each with all that it leans on, while the budget lasts.
    """
    choice = _Choice(translated, budget, weights or Weights())
    opening = choice.opening()
    if len(opening) >= budget.sentences:
        return tuple(sorted(opening))
    growth = _Growth(choice, opening)
    while more := growth.best_addition():
        growth.add(more)
    return tuple(sorted(growth.chosen))


class _Choice:
    """What stays fixed while one article's sentences are chosen."""

    def __init__(self, translated: TranslatedArticle, budget: Budget, weights: Weights) -> None:
        self.translated = translated
        self.translations = translated.translations
        self.budget = budget
        self.weights = weights
        self.named = entities_by_sentence(translated)
        self.words = [count_words(translation.text) for translation in self.translations]
        self.needs = companions(translated.translations, budget.sentences)
        self.able = frozenset(i for i, t in enumerate(self.translations) if t.text)
        self.body = [i for i in sorted(self.able) if not self.translations[i].sentence.is_title]
        self.told = [i for i in self.body if not is_scrap(self.translations[i].sentence.text)]

    @cached_property
    def names(self) -> frozenset[int]:
        """The persons, places and bodies of the ledger."""
        entities = enumerate(self.translated.ledger.entities)
        return frozenset(i for i, entity in entities if entity.kind in _WHO_OR_WHERE)

    def opening(self) -> frozenset[int]:
        """A leading sentence that leans on nothing, or the title where only that names somebody."""
        titles = sorted(self.able.difference(self.body))
        leading = [i for i in self.told[:_OPENINGS] if self._stands_alone(i)]
        leading.sort(key=lambda i: is_unreliable(self.translations[i]))
        lead_names = bool(leading) and self._names_somebody(leading[0])
        if titles and self._names_somebody(titles[0]) and not lead_names:
            return frozenset(titles[:1])
        units = [self.needs[i] for i in leading or self.told[:1] or self.body[:1] or titles[:1]]
        fitting = next((unit for unit in units if self.fits(unit)), None)
        return fitting or frozenset(i for unit in units[:1] for i in sorted(unit)[:1])

    def fits(self, unit: Iterable[int], *, sentences: int = 0, words: int = 0) -> bool:
        """True if a unit can stand in a brief of so many sentences and words without it."""
        added = list(unit)
        if sentences + len(added) > self.budget.sentences or not self.able.issuperset(added):
            return False
        return words + sum(map(self.words.__getitem__, added)) <= self.budget.words

    def _stands_alone(self, position: int) -> bool:
        here = self.translations[position]
        leans = leans_back(here.sentence.text, here.text)  # the very first has nothing to lean on
        return self.needs[position] == {position} and not leans and not is_awkward(here)

    def _names_somebody(self, position: int) -> bool:
        """True if a person, place or body is named, or the article names none at all."""
        return not self.names or not self.names.isdisjoint(self.named[position])


class _Growth:
    """A choice as it grows. What depends only on the sentences chosen so far is kept up to date by
    `add`: worked out for each candidate again it took a fifth of a batch's time without models."""

    def __init__(self, choice: _Choice, opening: Iterable[int]) -> None:
        self.choice = choice
        translations = choice.translations
        self.scored = score(choice.translated, choice.weights, choice.named)
        self.points = [points_back(translation.sentence.text) for translation in translations]
        entities = choice.translated.ledger.entities
        self.dates = frozenset(i for i, e in enumerate(entities) if e.kind is Kind.DATE)
        self.chosen: set[int] = set()
        self.known: set[int] = set()  # the entities that the chosen sentences name
        self.words = 0
        self.likest = [0.0] * len(translations)  # to the chosen sentence most like each
        self.add(opening)

    def add(self, unit: Iterable[int]) -> None:
        for position in unit:
            self.chosen.add(position)
            self.known |= self.choice.named[position]
            self.words += self.choice.words[position]
            self.likest = list(map(max, self.likest, self.scored.likeness(position)))

    def best_addition(self) -> list[int]:
        """The unit with the highest gain a sentence among those that still fit, or nothing."""
        choice, count = self.choice, len(self.chosen)
        units = {choice.needs[i] - self.chosen for i in choice.told if i not in self.chosen}
        fitting = [u for u in units if choice.fits(u, sentences=count, words=self.words)]
        ranked = ((-self._gain(unit), unit) for unit in map(sorted, fitting))
        loss, best = min(ranked, default=(0.0, []))
        return best if loss < 0 else []

    def _gain(self, unit: Sequence[int]) -> float:
        """The mean worth of the unit's sentences, each judged beside those before it too."""
        total = 0.0
        for number, position in enumerate(unit):
            total += self._worth(position, unit[:number])
        return total / len(unit)

    def _worth(self, position: int, before: Sequence[int]) -> float:
        """What a sentence is worth beside the chosen ones and those of its unit `before` it."""
        scored, weights, named = self.scored, self.choice.weights, self.choice.named
        known, likest = self.known, self.likest[position]
        for earlier in before:  # what is chosen itself stays as it is
            known = known | named[earlier]
            likest = max(likest, cosine(scored.vectors[position], scored.vectors[earlier]))
        follows = position - 1 in self.chosen or position - 1 in before
        first_date = not self.dates.isdisjoint(named[position]) and self.dates.isdisjoint(known)
        return (
            scored.salience[position]
            + weights.new_entities * worth_of(named[position] - known, scored.importance)
            + weights.when * first_date
            - weights.pointing * (self.points[position] and not follows)
            - weights.redundancy * likest
        )
