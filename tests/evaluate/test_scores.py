"""Scores and their intervals."""

from __future__ import annotations

import pytest

from summarizer.evaluate.scores import Tally, bootstrap, mean, share


def test_a_share_is_of_all_that_is_counted_not_a_mean_of_shares() -> None:
    """A line with ten names weighs ten times as much as a line with one."""
    score = share("kept", [Tally(10, 10), Tally(0, 1)], "names")
    assert score.value == pytest.approx(1000 / 11)
    assert score.count == 11
    assert score.low <= score.value <= score.high


def test_nothing_counted_is_zero_not_an_error() -> None:
    """Lines without names, and no lines at all."""
    assert share("kept", [Tally(0, 0), Tally(0, 0)], "names").value == 0
    assert share("kept", [], "names").count == 0
    assert mean("rouge", [], "briefs").value == 0


def test_an_interval_holds_the_value_and_is_the_same_each_time() -> None:
    """Wider for few items than for many; drawn with a fixed seed."""
    few, many = [float(i % 2) for i in range(20)], [float(i % 2) for i in range(2000)]
    widths = []
    for items in (few, many):
        score = mean("x", items, "items")
        assert score == mean("x", items, "items")
        assert score.low < 0.5 < score.high
        widths.append(score.high - score.low)
    assert widths[0] > 3 * widths[1]


def test_one_item_has_no_interval() -> None:
    """There is nothing to draw from."""
    assert bootstrap([3.0], lambda drawn: drawn[0]) == (3.0, 3.0, 3.0)
