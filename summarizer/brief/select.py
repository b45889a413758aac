"""Choosing the sentences of an article that make its brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from summarizer.brief.coherence import companions
from summarizer.brief.openers import leans_back, points_back
from summarizer.brief.salience import (
    Scored,
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
    chosen = choice.opening()
    while more := choice.best_addition(chosen):
        chosen |= more
    return tuple(sorted(chosen))


class _Choice:
    """What stays fixed while one article's sentences are chosen."""

    def __init__(self, translated: TranslatedArticle, budget: Budget, weights: Weights) -> None:
        self.translated = translated
        self.translations = translated.translations
        self.ledger = translated.ledger
        self.budget = budget
        self.weights = weights
        self.named = entities_by_sentence(translated)
        self.words = [count_words(translation.text) for translation in self.translations]
        self.likenesses: dict[tuple[int, int], float] = {}
        self.needs = companions(translated.translations, budget.sentences)
        self.points = [points_back(t.sentence.text) for t in self.translations]
        entities = translated.ledger.entities
        self.dates = frozenset(i for i, e in enumerate(entities) if e.kind is Kind.DATE)
        self.able = frozenset(i for i, t in enumerate(self.translations) if t.text)
        self.body = [i for i in sorted(self.able) if not self.translations[i].sentence.is_title]
        self.told = [i for i in self.body if not is_scrap(self.translations[i].sentence.text)]

    @cached_property
    def scored(self) -> Scored:
        """Asked only where a sentence may join the first."""
        return score(self.translated, self.weights)

    def opening(self) -> frozenset[int]:
        """A leading sentence that leans on nothing, or the title where only that names somebody."""
        titles = sorted(self.able.difference(self.body))
        leading = [i for i in self.told[:_OPENINGS] if self._stands_alone(i)]
        leading.sort(key=lambda i: is_unreliable(self.translations[i]))
        lead_names = bool(leading) and self._names_somebody(leading[0])
        if titles and self._names_somebody(titles[0]) and not lead_names:
            return frozenset(titles[:1])
        units = [self.needs[i] for i in leading or self.told[:1] or self.body[:1] or titles[:1]]
        fitting = next((unit for unit in units if self._fits(unit)), None)
        return fitting or frozenset(i for unit in units[:1] for i in sorted(unit)[:1])

    def best_addition(self, chosen: frozenset[int]) -> frozenset[int]:
        """The unit with the highest gain a sentence among those that still fit, or nothing."""
        units = {self.needs[i] - chosen for i in self.told if i not in chosen}
        fitting = [unit for unit in units if self._fits(chosen | unit)]
        known = self._told_by(chosen)
        gains = {unit: self._gain(unit, chosen, known) for unit in fitting}
        ranked = sorted(fitting, key=lambda unit: (-gains[unit], sorted(unit)))
        return next((unit for unit in ranked if gains[unit] > 0), frozenset())

    def _told_by(self, positions: Iterable[int]) -> frozenset[int]:
        """The entities that sentences name."""
        return frozenset[int]().union(*(self.named[i] for i in positions))

    def _gain(self, unit: frozenset[int], chosen: frozenset[int], known: frozenset[int]) -> float:
        """The mean worth of the unit's sentences, each judged beside those already in, which name
        what is `known`."""
        total, inside = 0.0, set(chosen)
        for position in sorted(unit):
            total += self._worth(position, inside, known)
            inside.add(position)
            known |= self.named[position]
        return total / len(unit)

    def _worth(self, position: int, inside: set[int], known: frozenset[int]) -> float:
        scored, weights = self.scored, self.weights
        new = worth_of(self.named[position] - known, scored.importance)
        first_date = bool(self.dates & self.named[position]) and not self.dates & known
        likest = max([self._likeness(position, i) for i in inside], default=0)
        return (
            scored.salience[position]
            + weights.new_entities * new
            + weights.when * first_date
            - weights.pointing * (position - 1 not in inside and self.points[position])
            - weights.redundancy * likest
        )

    def _likeness(self, one: int, other: int) -> float:
        pair = (one, other)
        if pair not in self.likenesses:
            self.likenesses[pair] = cosine(self.scored.vectors[one], self.scored.vectors[other])
        return self.likenesses[pair]

    def _fits(self, positions: frozenset[int]) -> bool:
        if len(positions) > self.budget.sentences or not positions <= self.able:
            return False
        return sum(self.words[i] for i in positions) <= self.budget.words

    def _stands_alone(self, position: int) -> bool:
        here = self.translations[position]
        leans = leans_back(here.sentence.text, here.text)  # the very first has nothing to lean on
        return self.needs[position] == {position} and not leans and not is_awkward(here)

    def _names_somebody(self, position: int) -> bool:
        """True if a person, place or body is named, or the article names none at all."""
        names = {
            i for i, entity in enumerate(self.ledger.entities) if _is_who_or_where(entity.kind)
        }
        return not names or bool(names & self.named[position])


def _is_who_or_where(kind: Kind) -> bool:
    return kind in (Kind.PER, Kind.ORG, Kind.LOC)
