"""Going through a text from value to value, in either language."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.entities.values.found import Found
from summarizer.entities.values.tokens import Tokens


def scan(
    tokens: Tokens,
    may_start: Callable[[str, str], bool],
    read: Callable[[Tokens, int], tuple[list[Found], int]],
) -> list[Found]:
    """Find every value, in order, never overlapping.

    `may_start` is asked of each word, in plain form and as it stands, whether it can open a value;
    `read` then gives the values that start there and the token after them.
    """
    found: list[Found] = []
    index, count = 0, len(tokens)
    while index < count:
        original = tokens.text[tokens.starts[index] : tokens.stops[index]]
        if not may_start(tokens.words[index], original):
            index += 1
            continue
        values, after = read(tokens, index)
        found += values
        index = max(after, index + 1)
    return found
