"""Batches are of like length, in bounds, and survive a machine that runs out of memory."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import TranslationError
from summarizer.translate.encoder_decoder.batching import Batcher, OutOfMemoryError, batches


@given(st.lists(st.integers(1, 50), max_size=40), st.integers(1, 200))
def test_batches_hold_every_item_once_within_the_budget(lengths: list[int], budget: int) -> None:
    """Padded to its longest item, a batch is never over the budget, unless it is one item."""
    found = batches(lengths, budget)
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    for batch in found:
        padded = len(batch) * max(lengths[index] for index in batch)
        assert padded <= budget or len(batch) == 1


def test_batches_come_longest_first() -> None:
    """Memory runs out in the first batch or not at all."""
    assert batches([3, 9, 1, 8], 18) == [[1, 3], [0, 2]]


@given(st.lists(st.integers(1, 50), max_size=40), st.integers(1, 4))
def test_results_come_in_the_order_of_the_items(lengths: list[int], width: int) -> None:
    """Sorting by length is nobody's business but the batcher's."""
    results = Batcher(64).run(lengths, lambda batch: [f"item {i}" for i in batch], width=width)
    assert results == [f"item {index}" for index in range(len(lengths))]


def test_a_wide_search_gets_smaller_batches() -> None:
    """Each beam is a row of its own in memory."""
    sizes: list[int] = []

    def compute(batch: list[int]) -> list[int]:
        sizes.append(len(batch))
        return batch

    Batcher(40).run([5] * 8, compute, width=1)
    Batcher(40).run([5] * 8, compute, width=4)
    assert sizes == [8, 2, 2, 2, 2]


class Memory:
    """A machine on which `rows` sentences fit at a time."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.tried: list[int] = []

    def compute(self, batch: list[int]) -> list[int]:
        self.tried.append(len(batch))
        if len(batch) > self.rows:
            raise OutOfMemoryError("CUDA out of memory")
        return [index * 10 for index in batch]


def test_out_of_memory_halves_the_batch_until_it_fits(caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is lost, the order stays, and the log says why it is slower."""
    memory, batcher = Memory(rows=3), Batcher(160)
    with caplog.at_level(logging.WARNING):
        assert batcher.run([10] * 16, memory.compute) == [index * 10 for index in range(16)]
    assert memory.tried[:3] == [16, 8, 4]
    assert set(memory.tried[3:]) == {2}
    assert "out of memory with 16 sentences" in caplog.text


def test_the_smaller_budget_is_remembered() -> None:
    """The next articles start at the size that fitted."""
    memory, batcher = Memory(rows=4), Batcher(160)
    batcher.run([10] * 16, memory.compute)
    memory.tried.clear()
    batcher.run([10] * 16, memory.compute)
    assert memory.tried == [4, 4, 4, 4]


def test_one_sentence_that_does_not_fit_is_an_error_with_its_length() -> None:
    """There is nothing left to halve."""
    with pytest.raises(TranslationError, match="one sentence of 70 tokens"):
        Batcher(1000).run([70, 20], Memory(rows=0).compute)
