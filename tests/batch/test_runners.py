"""Several processes give what one gives, and one that dies is replaced."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch.orders import Order
from summarizer.batch.run import Tally, run_batch
from summarizer.batch.runners import Losses, shares
from summarizer.batch.work import Task
from summarizer.errors import ModelNotFoundError, TranslationError
from summarizer.options import Options
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress
from summarizer.testing import FakeTranslator
from summarizer.translate import devices
from summarizer.translate.protocol import Segment
from summarizer.types import Article
from tests.batch.conftest import Plain, tree, write_articles

Orders = Callable[..., Order]
RARE = "Такой редкий случай {} уже был, и о нём сообщили в министерстве и правительстве республики."


def quiet(tally: Tally) -> None:
    pass


def mortal(options: Options, progress: Progress) -> Summarizer:
    """Dies of the word «убийца», as a process does that the system kills for its memory; and once
    of «случай», leaving the mark that the sentence names."""

    def answer(segment: Segment) -> str:
        if "убийца" in segment.text:
            os.kill(os.getpid(), signal.SIGKILL)
        case = re.search(r"случай (\S+)", segment.text)
        if case and not Path(case[1]).exists():
            Path(case[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return segment.text.upper()

    return Plain(options, translator=FakeTranslator(fallback=answer), progress=progress)


def absent(options: Options, progress: Progress) -> Summarizer:
    raise ModelNotFoundError("no model is installed")


def stillborn(options: Options, progress: Progress) -> Summarizer:
    os._exit(9)


def test_two_workers_give_what_one_gives(tmp_path: Path, order: Orders) -> None:
    """To the byte, whichever of them did which article."""
    write_articles(tmp_path / "in", 30)
    run_batch(order(out="one"), quiet)
    tally = run_batch(order(out="two", workers=2), quiet)
    assert tally.done == 30
    assert tree(tmp_path / "two") == tree(tmp_path / "one")


def test_a_worker_that_dies_is_replaced(tmp_path: Path, order: Orders) -> None:
    """Its articles run again; only the one that kills every worker fails."""
    write_articles(tmp_path / "in", 12)
    (tmp_path / "in/day0/once.txt").write_text(RARE.format(tmp_path / "mark"), "utf-8")
    (tmp_path / "in/day1/always.txt").write_text("Это убийца.", encoding="utf-8")
    told: list[tuple[str, str]] = []
    tally = run_batch(order(make=mortal, workers=2), lambda tally: told.extend(tally.failures))
    assert (tally.done, tally.failed) == (13, 1)
    ((name, reason),) = told
    assert name == "day1/always"
    assert "ended its worker twice: SIGKILL" in reason
    assert "day0/once.json" in tree(tmp_path / "out")


def test_what_would_fail_every_article_ends_the_run(tmp_path: Path, order: Orders) -> None:
    """One message, not a row an article."""
    write_articles(tmp_path / "in", 5)
    for workers in (1, 2):
        with pytest.raises(ModelNotFoundError, match="no model is installed"):
            run_batch(order(make=absent, workers=workers), quiet)
    with pytest.raises(TranslationError, match=r"while it loaded its model \(exit code 9\)"):
        run_batch(order(make=stillborn, workers=2), quiet)


def test_a_window_of_a_dead_worker_is_taken_apart() -> None:
    """Each article alone, twice at most."""
    tasks = [Task(str(number), "", Article("", "x")) for number in range(3)]
    losses = Losses()
    again, failed = losses.sort(tasks, "SIGKILL")
    assert again == [[task] for task in tasks]
    assert failed == []
    assert losses.sort([tasks[0]], "SIGKILL") == ([[tasks[0]]], [])
    again, failed = losses.sort([tasks[0]], "SIGKILL")
    assert (again, failed[0].name) == ([], "0")


def test_workers_share_threads_and_gpus(order: Orders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three workers on eight threads have two each; on two GPUs they take turns."""
    job = order("x").job
    assert [each.options.threads for each in shares(job, 3, 8)] == [2, 2, 2]
    assert [each.options.threads for each in shares(job, 3, 2)] == [1, 1, 1]
    assert {each.options.device for each in shares(job, 3, 8)} == {"auto"}
    monkeypatch.setattr(devices, "devices", lambda: ("cuda:0", "cuda:1", "cpu"))
    job = replace(job, options=replace(job.options, device="cuda"))
    assert [each.options.device for each in shares(job, 3, 8)] == ["cuda:0", "cuda:1", "cuda:0"]
