"""Going through a text from value to value, in either language."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.entities.values.found import Found
from summarizer.entities.values.tokens import Tokens


def scan(
    tokens: Tokens,
    may_start: Callable[[str], bool],
    read: Callable[[Tokens, int], tuple[list[Found], int]],
) -> list[Found]:
    """Find every value, in order, never overlapping.

    `may_start` is asked of each word, as it stands, whether it can open a value as a number can.
    `read` then gives the values that start there and the token after them.
    """
    found: list[Found] = []
    after = 0
    for index, original in enumerate(tokens.originals):
        # digits are not asked about: `may_start` keeps its answers, and numbers never end
        if index >= after and (original[0].isdecimal() or may_start(original)):
            values, after = read(tokens, index)
            found += values
    return found
