"""Batches of sentences of like length, under a budget that shrinks when memory runs out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from summarizer.errors import TranslationError

logger = logging.getLogger(__name__)

T = TypeVar("T")


class OutOfMemoryError(Exception):
    """A batch did not fit; engines raise it in place of what their backend raises."""


def batches(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Group the indices of `lengths`, longest first, so that no batch's padded size is over budget.

    A single item over the budget is a batch of its own. The longest come first so that memory
    runs out at the start of a run, if it does.
    """
    groups: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if groups and lengths[groups[-1][0]] * (len(groups[-1]) + 1) <= budget:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


class Batcher:
    """Runs batches in the order of length and gives results in the order of the items.

    The budget is in padded source tokens. It is halved whenever a batch runs out of memory, and
    stays so: a run over many articles should fail its way to the right size only once.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget

    def run(
        self, lengths: Sequence[int], compute: Callable[[list[int]], Sequence[T]], *, width: int = 1
    ) -> list[T]:
        """Call `compute` with lists of indices into `lengths`; `width` is the rows an item takes.

        Raises TranslationError where even one item alone runs out of memory.
        """
        results: dict[int, T] = {}
        left = list(range(len(lengths)))
        while left:
            budget = max(1, self.budget // width)
            batch = [left[at] for at in batches([lengths[index] for index in left], budget)[0]]
            try:
                results.update(zip(batch, compute(batch), strict=True))
            except OutOfMemoryError as error:
                self._shrink(batch, lengths, width, error)
            left = [index for index in left if index not in results]
        return [results[index] for index in range(len(lengths))]

    def _shrink(
        self, batch: list[int], lengths: Sequence[int], width: int, error: OutOfMemoryError
    ) -> None:
        longest = max(lengths[index] for index in batch)
        if len(batch) == 1:
            raise TranslationError(
                f"out of memory on one sentence of {longest} tokens: free some memory,"
                " use a smaller model or a smaller beam"
            ) from error
        self.budget = max(1, longest * width * (len(batch) // 2))
        logger.warning(
            "out of memory with %d sentences of up to %d tokens: going on with %d tokens a batch",
            len(batch),
            longest,
            self.budget,
        )
