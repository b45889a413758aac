"""A name as it was found, before it is known which entity it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.types import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:stop` of the article."""

    start: int
    stop: int
    text: str  # as it stands in the article
    sentence: int
    kind: Kind
    cased: str  # `text`, or how it would be written outside a headline in capitals
    is_adjective: bool = False  # «казахстанский»: a mention of the place, not its name
    before: str = ""  # the word right before it: «губернатора»
