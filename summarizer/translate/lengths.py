"""Sentences longer than a model can read are cut at clauses, never truncated."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def fit(text: str, count: Callable[[str], int], limit: int) -> list[str]:
    """Cut `text` into parts of at most `limit` tokens by `count`: at clauses, else at spaces.

    Nothing but white space between parts is lost. MarianMT reads 512 positions and BART 1,024;
    both crash or cut beyond that (transformers#4224).
    """
    tokens = count(text)
    if tokens <= limit or len(text) < 2:
        return [text]
    characters = max(1, len(text) * limit * 9 // (tokens * 10))
    parts = _at_clauses(text, characters)
    if len(parts) < 2:
        parts = _in_half(text)
    return [piece for part in parts for piece in fit(part, count, limit)]


def _at_clauses(text: str, characters: int) -> list[str]:
    from summarizer.sentences import clauses

    return _stripped(text[start:stop] for start, stop in clauses(text, characters))


def _in_half(text: str) -> list[str]:
    """Cut at the space nearest to the middle; a text without spaces in the very middle."""
    middle = len(text) // 2
    before, after = text.rfind(" ", 1, middle), text.find(" ", middle, len(text) - 1)
    spaces = [at for at in (before, after) if at > 0]
    cut = min(spaces, key=lambda at: abs(at - middle), default=middle)
    return _stripped((text[:cut], text[cut:]))


def _stripped(parts: Iterable[str]) -> list[str]:
    return [stripped for part in parts if (stripped := part.strip())]
