"""What an engine is: an object with these methods. Engines share no base class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from summarizer.options import Decoding
from summarizer.types import Hypothesis, ModelUse


@dataclass(frozen=True, slots=True)
class Hint:
    """A name as it stands in the source sentence and the English that it must become."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence to translate, with the hints for the names in it."""

    text: str
    hints: tuple[Hint, ...] = ()


@runtime_checkable
class Translator(Protocol):
    @property
    def use(self) -> ModelUse:
        """What the signature says of this engine."""
        ...

    @property
    def takes_hints(self) -> bool: ...

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = ...
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate each segment alone: one tuple a segment, in order, best hypothesis first.

        Never an empty tuple, never fewer: raises TranslationError. A hypothesis may be "".
        """
        ...


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """Translated, checked English sentences to condense; `names` must be spelt as given."""

    title: str
    sentences: tuple[str, ...]
    names: tuple[str, ...]
    max_sentences: int
    max_words: int


@runtime_checkable
class Summariser(Protocol):
    @property
    def use(self) -> ModelUse: ...

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        """One English text a request, in order. The caller splits and gates it."""
        ...
