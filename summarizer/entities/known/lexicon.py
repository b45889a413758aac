"""A table of names that is looked up in any inflected form.

Entries are stored as the nominative that a person would write; a text form is turned into the
nominatives it may stand for. So adding an entry costs no morphology, and 30,000 cities load at
once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from summarizer.entities.russian.morphology import forms, plain, words

T = TypeVar("T")

# «Министерства обороны Казахстана» has 4 × 3 × 2 candidate keys before the prefixes prune them
_MOST_CANDIDATES = 200


@dataclass(slots=True)
class Lexicon(Generic[T]):
    _entries: dict[tuple[str, ...], T] = field(default_factory=dict)
    _prefixes: set[tuple[str, ...]] = field(default_factory=set)
    _openers: set[str] = field(default_factory=set)  # the first word of each entry

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def add(self, phrase: str, value: T) -> None:
        """Store a nominative phrase; the first value of a phrase stands."""
        key = _key(phrase)
        if key and key not in self._entries:
            self._entries[key] = value
            self._openers.add(key[0])
            self._prefixes.update(key[:length] for length in range(1, len(key)))

    def may_open(self, token: str) -> bool:
        """True if an entry may begin with a word that `token` is a form of; few words of a text
        are."""
        return not self._openers.isdisjoint(forms(token))

    def find(self, phrase: str) -> T | None:
        """The entry that `phrase` is a form of, as it stands first, then in other cases."""
        tokens = words(phrase)
        exact = self.exact(phrase)
        return exact if exact is not None or not tokens else self._find_inflected(tokens)

    def exact(self, phrase: str) -> T | None:
        """The entry of `phrase` as it stands, letter size aside."""
        return self._entries.get(_key(phrase))

    def longest(self, tokens: Sequence[str]) -> tuple[int, T] | None:
        """The longest entry that the first tokens are a form of, with its number of tokens."""
        best: tuple[int, T] | None = None
        if not tokens or not self.may_open(tokens[0]):
            return None
        candidates: list[tuple[str, ...]] = [()]
        for length, token in enumerate(tokens, start=1):
            grown = _grown(candidates, token)
            value = next((self._entries[key] for key in grown if key in self._entries), None)
            if value is not None:
                best = length, value
            candidates = [key for key in grown if key in self._prefixes]
            if not candidates:
                break
        return best

    def _find_inflected(self, tokens: Sequence[str]) -> T | None:
        if not self.may_open(tokens[0]):
            return None
        candidates: list[tuple[str, ...]] = [()]
        for token in tokens[:-1]:
            candidates = [key for key in _grown(candidates, token) if key in self._prefixes]
        found = (self._entries.get(key) for key in _grown(candidates, tokens[-1]))
        return next((value for value in found if value is not None), None)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(words(plain(phrase)))


def _grown(candidates: Sequence[tuple[str, ...]], token: str) -> list[tuple[str, ...]]:
    found = forms(token)
    grown = [(*key, form) for key in candidates for form in found]
    return grown[:_MOST_CANDIDATES]
