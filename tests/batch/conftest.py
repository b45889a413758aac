"""Batches small enough for a test, with a translator that spells the Russian out."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.batch.orders import Order
from summarizer.batch.outputs import Target
from summarizer.batch.work import Job
from summarizer.options import Options, Style
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress
from summarizer.testing import FakeTranslator
from summarizer.types import Article, Ledger

OPTIONS = Options(style=Style.EXTRACTIVE, window=4)


class Plain(Summarizer):
    """Without entity recognition, so that hundreds of articles take a second."""

    def _ledger(self, article: Article, *memory: object) -> Ledger:
        from summarizer.sentences import split

        return Ledger(article, split(article), ())


def plain(options: Options, progress: Progress) -> Summarizer:
    """What a worker makes; importable, so that it can be sent to one."""
    return Plain(options, translator=FakeTranslator(), progress=progress)


def named(options: Options, progress: Progress) -> Summarizer:
    """With recognition, as the program does it."""
    return Summarizer(options, translator=FakeTranslator(), progress=progress)


def slow(options: Options, progress: Progress) -> Summarizer:
    """Takes a while for every batch, so that there is time to kill it."""
    fake = FakeTranslator(fallback=lambda segment: time.sleep(0.001) or segment.text.upper())
    return Plain(options, translator=fake, progress=progress)


def write_articles(folder: Path, count: int) -> None:
    """Articles in three folders, each with its own number in title and text."""
    for number in range(count):
        path = folder / f"day{number % 3}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Завод номер {number}\n29 Дек 2014\nЗавод номер {number} открыли вчера."
            f" Об этом сообщил министр.\nРабота началась.\n",
            encoding="utf-8",
        )


@pytest.fixture
def order(tmp_path: Path) -> Callable[..., Order]:
    """An order for `tmp_path/in`, into `tmp_path/out` unless another target is named."""

    def make(
        *inputs: object, out: str = "out", make: Callable[..., Summarizer] = plain, **rest: object
    ) -> Order:
        given = [str(each) for each in inputs] or [str(tmp_path / "in")]
        job = Job(make, OPTIONS, format=str(rest.pop("format", "json")))
        target = Target(tmp_path / out, job.format)
        return Order(inputs=given, target=target, job=job, **rest)  # type: ignore[arg-type]

    return make


def tree(folder: Path) -> dict[str, bytes]:
    """Every result under a folder, by its path; what the batch keeps for itself is left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".batch" not in path.parts
    }
