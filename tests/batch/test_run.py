"""A batch does every article once, whatever happens to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from summarizer.batch.orders import Order
from summarizer.batch.run import Tally, run_batch
from tests.batch.conftest import tree, write_articles

Orders = Callable[..., Order]


def quiet(tally: Tally) -> None:
    pass


def test_every_article_has_a_result_in_the_same_place(tmp_path: Path, order: Orders) -> None:
    """The input's tree is mirrored; nothing else appears in OUT."""
    write_articles(tmp_path / "in", 10)
    tally = run_batch(order(), quiet)
    assert (tally.total, tally.done, tally.failed, tally.skipped) == (10, 10, 0, 0)
    results = tree(tmp_path / "out")
    assert list(results) == [
        f"day{n % 3}/{n:05}.json" for n in sorted(range(10), key=lambda n: (n % 3, n))
    ]
    first = json.loads(results["day0/00000.json"])
    assert first["id"] == "00000"
    assert first["title"].startswith("Zavod nomer 0")
