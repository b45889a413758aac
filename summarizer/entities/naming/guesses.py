"""Say of which names the English spelling is a guess, once for an article or a brief."""

from __future__ import annotations

from collections.abc import Container, Iterable

from summarizer.types import Entity, Note, NoteCode, Origin


def note_on_guesses(
    entities: Iterable[Entity], sentences: Container[int] | None = None
) -> tuple[Note, ...]:
    """One note on the guessed names that the given sentences mention (None: all), or none.

    «Пиксивто» is Picciuto to the man who bears it; no letters tell. A reader who is to search for
    him must know that Pixieveto is not how he writes himself.
    """
    names = [
        f"{entity.english} («{entity.name}»)"
        for entity in entities
        if entity.origin is Origin.GUESSED
        and any(sentences is None or m.sentence in sentences for m in entity.mentions)
    ]
    if not names:
        return ()
    return (Note(NoteCode.SPELLING, f"spelt by ear, check before use: {', '.join(names)}"),)
