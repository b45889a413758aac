"""Speed and memory of a batch without its models: what everything but recognition and translation
costs. Each row runs in a process of its own, for its peak memory.

Usage: python benchmarks/batch.py [--sizes 1000 10000] [--recognition] [--articles FILE.jsonl]

Articles are made, of a title and twelve sentences, all different, about 1,100 characters. Their
names are looked up in a list (no model recognises them), and the translator answers at once with
the right English, as a model does for nearly all sentences.

- "all but the models": reading, splitting, values, clusters, English forms, hints, check, repair,
  brief, rendering, recording and writing. `--recognition` adds the model that recognises names.
- "bookkeeping": the same with an empty ledger.

With `--articles` texts are taken in turn from a file with {"text": ...} a line; the translator
then answers with Russian in Latin letters, which fails most checks, so every sentence climbs the
whole ladder: the worst case.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import re
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarizer.batch.orders import Order
from summarizer.batch.outputs import Target
from summarizer.batch.run import Tally, run_batch
from summarizer.batch.work import Job
from summarizer.entities.finding import spotting
from summarizer.entities.finding.recognise import Found
from summarizer.options import Options, Style
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress
from summarizer.sentences import split
from summarizer.testing import FakeTranslator, spell_out
from summarizer.translate.protocol import Segment
from summarizer.types import Article, Kind, Ledger

CITIES = {"Казани": "Kazan", "Самаре": "Samara", "Перми": "Perm", "Омске": "Omsk",
          "Томске": "Tomsk", "Уфе": "Ufa", "Туле": "Tula"}  # fmt: skip
GIVEN = {"Равиль": "Ravil", "Иван": "Ivan", "Пётр": "Pyotr", "Павел": "Pavel", "Антон": "Anton"}
SURNAMES = {"Зарипов": "Zaripov", "Иванов": "Ivanov", "Петров": "Petrov", "Сидоров": "Sidorov",
            "Кузнецов": "Kuznetsov", "Морозов": "Morozov", "Волков": "Volkov",
            "Лебедев": "Lebedev", "Козлов": "Kozlov", "Новиков": "Novikov",
            "Фролов": "Frolov"}  # fmt: skip
MONTHS = {"января": "January", "марта": "March", "мая": "May", "июля": "July", "ноября": "November"}
TABLE = CITIES | GIVEN | SURNAMES | MONTHS

PLAIN = (
    "people came from far to see how it went and then they said that this was all right with them"
).split()

TEMPLATES = (
    (
        "Завод номер {n} в {city} открыли {d} {month} {y} г., сообщил министр {given} {surname}.",
        "Plant No. {n} in {city} was opened on {month} {d}, {y}, Minister {given} {surname} said.",
    ),
    (
        "По его словам, на работы потратили {n} миллионов рублей, и они шли {d} месяцев.",
        "According to him, {n} million rubles were spent on the works, and they took {d} months.",
    ),
    (
        "{given} {surname} добавил, что в {city} построят {n} домов и школу.",
        "{given} {surname} added that {n} houses and a school will be built in {city}.",
    ),
    ("Что будет с заводом номер {n}", "What will become of plant No. {n}"),
)
WORDS = {"n": r"\d+", "d": r"\d+", "y": r"\d{4}", "city": r"\w+", "month": r"\w+",
         "given": r"\w+", "surname": r"\w+"}  # fmt: skip
PATTERNS = tuple(
    (re.compile(re.escape(russian).replace(r"\{", "{").replace(r"\}", "}").format(
        **{name: f"(?P<{name}>{word})" for name, word in WORDS.items()})), english)
    for russian, english in TEMPLATES
)  # fmt: skip
NAMES = re.compile(
    rf"\b(?:(?:{'|'.join(GIVEN)}) (?:{'|'.join(SURNAMES)})|(?P<city>{'|'.join(CITIES)}))\b"
)


def made_text(number: int) -> str:
    title = TEMPLATES[3][0].format(n=number)
    lines = (" ".join(made_sentence(number, p * 4 + s) for s in range(4)) for p in range(3))
    return f"{title}\n29 Дек 2014\n" + "\n".join(lines)


def made_sentence(number: int, place: int) -> str:
    n = number * 12 + place

    def pick(names: dict[str, str]) -> str:
        return list(names)[n % len(names)]

    return TEMPLATES[place % 3][0].format(
        n=n, d=n % 27 + 2, y=1990 + n % 36, city=pick(CITIES), month=pick(MONTHS),
        given=pick(GIVEN), surname=pick(SURNAMES),
    )  # fmt: skip


def translated(segment: Segment) -> str:
    """The English of a made sentence; of any other, its Russian in Latin letters."""
    for pattern, english in PATTERNS:
        if match := pattern.fullmatch(segment.text):
            parts = {name: TABLE.get(word, word) for name, word in match.groupdict().items()}
            return english.format(**parts)
    return spell_out(segment)


def nameless(segment: Segment) -> str:
    """As many English words as the Russian has: with an empty ledger a name would be invented."""
    return " ".join(PLAIN[: max(2, len(segment.text.split()))])


def looked_up(texts: Sequence[str]) -> list[list[Found]]:
    """In place of the recogniser: the names of the list."""
    return [
        [Found(m.start(), m.end(), Kind.LOC if m["city"] else Kind.PER) for m in NAMES.finditer(t)]
        for t in texts
    ]


class Nothing(list):  # type: ignore[type-arg]
    """Keeps no record of calls: it would be the only thing here that grows."""

    def append(self, item: object) -> None:
        pass


class WithoutLedger(Summarizer):
    def _ledger(self, article: Article, *memory: object) -> Ledger:
        return Ledger(article, split(article), ())


def whole(options: Options, progress: Progress) -> Summarizer:
    translator = FakeTranslator(fallback=translated, calls=Nothing())
    return Summarizer(options, translator=translator, progress=progress)


def without_recognition(options: Options, progress: Progress) -> Summarizer:
    spotting.recognise = looked_up
    return whole(options, progress)


def bookkeeping(options: Options, progress: Progress) -> Summarizer:
    fake = FakeTranslator(fallback=nameless, calls=Nothing())
    return WithoutLedger(options, translator=fake, progress=progress)


Maker = Callable[[Options, Progress], Summarizer]


def write_inputs(folder: Path, count: int, articles: Path | None) -> None:
    for number, text in zip(range(count), texts_of(articles), strict=False):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def texts_of(articles: Path | None) -> Iterator[str]:
    if articles is None:
        return map(made_text, itertools.count())
    lines = articles.read_text(encoding="utf-8").splitlines()
    found = [json.loads(line)["text"] for line in lines]
    return itertools.cycle(text for text in found if text.strip())


def measure(folder: Path, out: str, make: Maker, label: str) -> None:
    """Run in a process of its own; prints one row of the table."""
    job = Job(make, Options(style=Style.EXTRACTIVE, threads=1))
    order = Order(inputs=[str(folder / "in")], target=Target(folder / out, "json"), job=job)
    started, worked = time.perf_counter(), time.process_time()
    tally: Tally = run_batch(order, lambda tally: None)
    wall, cpu = time.perf_counter() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    outcome = f"{tally.done:,} done, {tally.skipped:,} skipped, {tally.failed} failed"
    print(
        f"| {label} | {tally.total:,} | {outcome}, {tally.flagged:,} sentences flagged |"
        f" {tally.total / wall:,.0f} | {tally.total / cpu:,.0f} | {peak:,.0f} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--recognition", action="store_true", help="with the recogniser's model")
    parser.add_argument("--articles", type=Path, help="JSON lines with a text each")
    arguments = parser.parse_args()
    print("| run | articles | outcome | articles/s | a CPU second | peak MB |")
    print("|---|---|---|---|---|---|")
    full, label = without_recognition, "all but the models"
    if arguments.recognition or arguments.articles:
        full, label = whole, "with recognition"
    for size in arguments.sizes:
        folder = Path(tempfile.mkdtemp())
        try:
            write_inputs(folder / "in", size, arguments.articles)
            alone(folder, "whole", full, label)
            alone(folder, "whole", full, f"{label}, all done before")
            alone(folder, "out", bookkeeping, "bookkeeping")
            alone(folder, "out.jsonl", bookkeeping, "bookkeeping, into one file")
        finally:
            shutil.rmtree(folder)


def alone(folder: Path, out: str, make: Maker, label: str) -> None:
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=measure, args=(folder, out, make, label))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)


if __name__ == "__main__":
    main()
