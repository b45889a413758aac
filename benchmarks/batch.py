"""Speed and memory of a batch without its model: what reading, splitting, recording and writing
cost. The translator answers at once; each size runs in a process of its own, for its peak memory.

Usage: python benchmarks/batch.py [--sizes 1000 10000] [--entities] [--articles FILE.jsonl]

Articles are made, of twelve sentences each, all different; or taken in turn from a file with
{"text": ...} a line. Without --entities, recognition, checks and repair are left out.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from pathlib import Path

from summarizer.batch.orders import Order
from summarizer.batch.outputs import Target
from summarizer.batch.run import Tally, run_batch
from summarizer.batch.work import Job
from summarizer.options import Options, Style
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress
from summarizer.sentences import split
from summarizer.testing import FakeTranslator
from summarizer.types import Article, Ledger

SENTENCE = "Завод номер {} в Казани открыли 29 декабря 2014 г., сообщил министр Равиль Зарипов."


class WithoutEntities(Summarizer):
    def _ledger(self, article: Article, *memory: object) -> Ledger:
        return Ledger(article, split(article), ())


def at_once() -> FakeTranslator:
    return FakeTranslator(
        fallback=lambda segment: "The plant was opened in Kazan.", calls=Nothing()
    )


class Nothing(list):  # type: ignore[type-arg]
    """Keeps no record of calls: it would be the only thing here that grows."""

    def append(self, item: object) -> None:
        pass


def with_entities(options: Options, progress: Progress) -> Summarizer:
    return Summarizer(options, translator=at_once(), progress=progress)


def without_entities(options: Options, progress: Progress) -> Summarizer:
    return WithoutEntities(options, translator=at_once(), progress=progress)


def made_text(number: int) -> str:
    lines = (" ".join(SENTENCE.format(f"{number}-{p}-{s}") for s in range(4)) for p in range(3))
    return f"Завод номер {number}\n29 Дек 2014\n" + "\n".join(lines)


def write_inputs(folder: Path, count: int, articles: Path | None) -> None:
    texts = (made_text(number) for number in itertools.count())
    if articles is not None:
        lines = articles.read_text(encoding="utf-8").splitlines()
        found = [json.loads(line)["text"] for line in lines]
        texts = itertools.cycle(text for text in found if text.strip())
    for number, text in zip(range(count), texts, strict=False):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def measure(folder: Path, out: str, entities: bool, label: str) -> None:
    """Run in a process of its own; prints one row of the table."""
    make = with_entities if entities else without_entities
    job = Job(make, Options(style=Style.EXTRACTIVE, threads=1))
    order = Order(inputs=[str(folder / "in")], target=Target(folder / out, "json"), job=job)
    started, worked = time.perf_counter(), time.process_time()
    tally: Tally = run_batch(order, lambda tally: None)
    wall, cpu = time.perf_counter() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"| {label} | {tally.total:,} | {tally.done:,} done, {tally.skipped:,} skipped,"
        f" {tally.failed} failed | {tally.total / wall:,.0f} | {tally.total / cpu:,.0f} |"
        f" {peak:,.0f} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--entities", action="store_true", help="with recognition and checks")
    parser.add_argument("--articles", type=Path, help="JSON lines with a text each")
    arguments = parser.parse_args()
    print("| run | articles | outcome | articles/s | a CPU second | peak MB |")
    print("|---|---|---|---|---|---|")
    for size in arguments.sizes:
        folder = Path(tempfile.mkdtemp())
        try:
            write_inputs(folder / "in", size, arguments.articles)
            for out, label in (
                ("out", "first"),
                ("out", "again, all done"),
                ("out.jsonl", "into one file"),
            ):
                alone(folder, out, arguments.entities, label)
        finally:
            shutil.rmtree(folder)


def alone(folder: Path, out: str, entities: bool, label: str) -> None:
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=measure, args=(folder, out, entities, label))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)


if __name__ == "__main__":
    main()
