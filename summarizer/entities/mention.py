"""A name as it was found, before it is known which entity it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.types import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:stop` of the article; `text == article.text[start:stop]`."""

    start: int
    stop: int
    text: str
    sentence: int
    kind: Kind
    is_adjective: bool = False  # «казахстанский»: a mention of the place, not its name
