"""What a table knows of one name."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.types import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    kind: Kind
    name: str  # Russian, nominative, as a person would write it
    english: str
    accepted: tuple[str, ...] = ()  # other English forms that count as kept
    adjective: str = ""  # English adjective of a place: Kazakh, Russian
